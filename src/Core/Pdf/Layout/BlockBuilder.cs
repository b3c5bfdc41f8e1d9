using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Pdf.Layout.Tables;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Paper;

namespace Produktreport.Core.Pdf.Layout;

/// <summary>The words a document is composed with; the same on a page, in a panel and in a column.</summary>
internal abstract class BlockBuilder
{
    private protected BlockBuilder()
    {
    }

    public abstract void Add(Block block);

    /// <summary>A heading, 1 to 4.</summary>
    public void Heading(int level, RichText text, string? anchor = null) => Add(new Heading(level, text) { Anchor = anchor });

    public void Paragraph(RichText text, TextStyle? style = null) => Add(new Paragraph(text) { Style = style });

    public void Bullets(params IEnumerable<RichText> items) => Add(new ItemList([.. items]));

    /// <summary>Terms and what they stand for, such as "Produktverantwortung – Büro Landrat".</summary>
    public void KeyValues(params IEnumerable<(RichText Key, RichText Value)> pairs) => Add(new KeyValueList([.. pairs]));

    /// <summary>Numbered notes at the end of a section; <see cref="RichText.NoteMark"/> leads to their anchors.</summary>
    public void Notes(params IEnumerable<NoteItem> notes) => Add(new NoteList([.. notes]));

    public void Table(Table table) => Add(table);

    /// <summary>A panel with a coloured bar at its left side.</summary>
    public void Callout(Colour accent, Action<BlockBuilder> content) => Add(new Panel(BlockList.Of(content)) { Accent = accent });

    /// <summary>Blocks side by side; the numbers say how the width is shared.</summary>
    public void Columns(params IEnumerable<(double Share, Action<BlockBuilder> Content)> columns) =>
        Add(new ColumnSet([.. columns.Select(column => (column.Share, BlockList.Of(column.Content)))]));

    public void Space(double height) => Add(new Space(height));

    /// <summary>Blocks that stand on one page, where they fit on one.</summary>
    public void KeepTogether(Action<BlockBuilder> content) => Add(new KeptTogether(BlockList.Of(content)));
}

/// <summary>Blocks collected for a panel, a column or a group.</summary>
internal sealed class BlockList : BlockBuilder
{
    private readonly List<Block> blocks = [];

    public static IReadOnlyList<Block> Of(Action<BlockBuilder> content)
    {
        var list = new BlockList();
        content(list);
        return list.blocks;
    }

    public override void Add(Block block) => blocks.Add(block);
}
