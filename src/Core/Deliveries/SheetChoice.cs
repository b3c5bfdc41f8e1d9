using System.Collections.Immutable;
using Produktreport.Core.Deliveries.DepartmentTables;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Ledgers;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries;

/// <summary>
/// Which sheets of an upload are read: those with a header. Those left out are said; what they declare, as a cover sheet does,
/// holds for all others.
/// </summary>
internal sealed class SheetChoice
{
    private readonly DeliveryContext context;
    private readonly OpenedUpload upload;
    private readonly FindingList passed = new();
    private readonly ImmutableArray<(CellPlace Place, string Text)> hidden;
    private Metadata declared = new();

    /// <summary>Looks at the first rows of the sheets of <paramref name="upload"/>.</summary>
    public SheetChoice(DeliveryContext context, OpenedUpload upload)
    {
        (this.context, this.upload) = (context, upload);
        var all = upload.Tables!.Sheets;
        ImmutableArray<TableSheet> visible = [.. all.Where(sheet => !sheet.IsHidden)];
        // The only sheet is read whatever it holds: then the reader says what is wrong with it.
        Sheets = visible.Length == 1 ? visible : [.. visible.Where(HoldsTable)];
        if (!Sheets.IsEmpty)
            context.Findings.AddRange(passed);
        foreach (var sheet in all.Where(sheet => sheet.IsHidden && HoldsHiddenTable(sheet)))
            context.Findings.Add(DeliveryFindings.HiddenSheet(sheet.Name!) with { Sheet = sheet.Name });
        hidden = [.. all.Where(sheet => sheet.IsHidden).SelectMany(UnitOn)];
    }

    /// <summary>The sheets to read, in their order.</summary>
    public ImmutableArray<TableSheet> Sheets { get; }

    /// <summary>How many rows without a header were looked at, on the longest of the sheets left out.</summary>
    public int Searched { get; private set; }

    /// <summary>What is declared for a sheet, besides what its own lines will add.</summary>
    public Metadata DeclaredFor(TableSheet sheet)
    {
        var metadata = declared.Copy(hidden);
        if (sheet.Name is { } name)
            metadata.TakeName(name, context.Findings);
        return metadata;
    }

    private bool HoldsTable(TableSheet sheet)
    {
        var (metadata, findings) = (declared.Copy(), new FindingList());
        if (Open(sheet, rows => HasHeader(rows, metadata, findings)))
            return true;
        passed.Sheet = sheet.Name;
        passed.AddRange(findings);
        metadata.StandsOn(sheet.Name);
        declared = metadata;
        Open(sheet, rows => Say(rows, sheet.Name!));
        return false;
    }

    private bool HoldsHiddenTable(TableSheet sheet) => Open(sheet, rows => HasHeader(rows, new Metadata(), new FindingList()));

    /// <summary>
    /// The text that declares a unit on a hidden sheet, other than euro; none where several do, as on a list to choose from.
    /// </summary>
    private IEnumerable<(CellPlace Place, string Text)> UnitOn(TableSheet sheet)
    {
        var found = new Dictionary<CellUnit, (CellPlace Place, string Text)>();
        Open(sheet, rows =>
        {
            while (rows.Line < context.Limits.HeaderSearchRows && rows.Next())
            {
                for (var column = 0; column < rows.Count; column++)
                {
                    var text = Blanks.Trim(rows.Cell(column));
                    if (UnitSentence.DeclaredIn(text) is var unit and not CellUnit.None)
                        found.TryAdd(unit, (new CellPlace(rows.Line, column) { Sheet = sheet.Name }, text.ToString()));
                }
            }

            return true;
        });
        return found.Count == 1 && !found.ContainsKey(CellUnit.Euro) ? found.Values : [];
    }

    /// <summary>Whether reading comes out true. A sheet that cannot be read is one to read: the reader says why.</summary>
    private static bool Open(TableSheet sheet, Func<RowSource, bool> read)
    {
        var (opened, _) = sheet.Open();
        using var rows = opened;
        return rows is null || read(rows) || rows.Fault is not null;
    }

    private bool HasHeader(RowSource rows, Metadata metadata, FindingList findings)
    {
        var found = upload.Profile is { } profile
            ? ProfileColumns.Find(rows, profile, metadata, findings, context.Limits)?.Fits(profile) == true
            : Header.Find(rows, upload.Vocabulary, metadata, findings, context.Limits) is not null;
        if (!found)
            Searched = Math.Max(Searched, rows.Line);
        return found;
    }

    /// <summary>Says that a sheet is left out, unless it is blank; louder where a row names a product and a number.</summary>
    private bool Say(RowSource rows, string sheet)
    {
        var isBlank = true;
        while (rows.Line < context.Limits.HeaderSearchRows && rows.Next())
        {
            isBlank &= rows.IsEmpty;
            if (ProductIn(rows) is not { } product)
                continue;
            passed.Add(DeliveryFindings.SheetWithRowsPassedOver(sheet, new CellPlace(rows.Line), product));
            return true;
        }

        if (!isBlank)
            passed.Add(DeliveryFindings.SheetPassedOver(sheet));
        return !isBlank;
    }

    /// <summary>The product or service that the current row names beside a number; null where it does not.</summary>
    private string? ProductIn(RowSource rows)
    {
        string? product = null;
        var hasNumber = false;
        for (var column = 0; column < rows.Count; column++)
        {
            var text = Blanks.Trim(rows.Cell(column));
            if (product is null && IsLevel(text))
                product = text.ToString();
            else
                hasNumber |= !text.IsEmpty && (rows.KindOf(column) != CellType.Text || NumberText.TryRead(text, out _, out _));
        }

        return hasNumber ? product : null;
    }

    private bool IsLevel(ReadOnlySpan<char> text)
    {
        foreach (var product in context.Catalogues.ByYear.Values.SelectMany(catalogue => catalogue.Products))
        {
            foreach (var level in product.Levels)
            {
                if (text.SequenceEqual(level.LevelNumber.Text))
                    return true;
            }
        }

        return false;
    }
}
