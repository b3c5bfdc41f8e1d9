using System.Collections.Immutable;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Produktreport.Core.German;

namespace Produktreport.Core.Catalogues.Authoring.Word;

/// <summary>Walks through a document's body and gathers its lines, whatever tables, controls and fields they stand in.</summary>
internal sealed class WordText
{
    private static readonly string[] FieldWords = ["FORMDROPDOWN", "FORMTEXT", "FORMCHECKBOX"];

    private readonly ImmutableArray<WordLine>.Builder lines = ImmutableArray.CreateBuilder<WordLine>();
    private readonly ImmutableArray<OpenChoice>.Builder openChoices = ImmutableArray.CreateBuilder<OpenChoice>();
    private readonly HashSet<string> underlinedStyles;
    private readonly StringBuilder text = new();
    private bool hasPlainText;
    private int cell;
    private int paragraph;

    private WordText(HashSet<string> underlinedStyles) => this.underlinedStyles = underlinedStyles;

    /// <summary>The lines of a body.</summary>
    public static WordDocument Of(Body body, HashSet<string> underlinedStyles)
    {
        var walk = new WordText(underlinedStyles);
        walk.Children(body);
        return new WordDocument(walk.lines.ToImmutable(), walk.openChoices.ToImmutable());
    }

    /// <summary>The character styles that underline.</summary>
    public static HashSet<string> UnderlinedStyles(Styles styles) =>
        [.. styles.Elements<Style>().Where(style => IsUnderline(style.StyleRunProperties?.Underline))
            .Select(style => style.StyleId?.Value).OfType<string>()];

    private void Children(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
            Element(child);
    }

    private void Element(OpenXmlElement element)
    {
        switch (element)
        {
            case TableCell:
                cell++;
                Children(element);
                EndLine();
                cell++;
                break;
            case Paragraph:
                paragraph++;
                Children(element);
                EndLine();
                break;
            case SdtElement control:
                Control(control);
                break;
            case Run run:
                Run(run);
                break;
            case DeletedRun or MoveFromRun or AlternateContent:
                break;
            default:
                Children(element);
                break;
        }
    }

    private void Control(SdtElement control)
    {
        if (control.SdtProperties?.GetFirstChild<ShowingPlaceholder>() is null)
            Children(control);
        else if (
            control.SdtProperties.GetFirstChild<SdtContentDropDownList>() is not null
                || control.SdtProperties.GetFirstChild<SdtContentComboBox>() is not null)
            openChoices.Add(new OpenChoice(cell, Clean(control.InnerText)));
    }

    private void Run(Run run)
    {
        var properties = run.RunProperties;
        var isUnderlined = properties?.Underline is { } underline
            ? IsUnderline(underline)
            : properties?.RunStyle?.Val?.Value is { } style && underlinedStyles.Contains(style);
        foreach (var child in run.ChildElements)
        {
            switch (child)
            {
                case Text word:
                    Append(word.Text, isUnderlined);
                    break;
                case TabChar or PositionalTab:
                    EndLine();
                    cell++;
                    break;
                case Break or CarriageReturn:
                    EndLine();
                    break;
                case NoBreakHyphen:
                    Append("-", isUnderlined);
                    break;
                case FieldChar { FormFieldData: { } field }:
                    Field(field, isUnderlined);
                    break;
            }
        }
    }

    private void Field(FormFieldData field, bool isUnderlined)
    {
        if (field.GetFirstChild<DropDownListFormField>() is not { } list)
            return;
        var entries = list.Elements<ListEntryFormField>().Select(entry => entry.Val?.Value ?? "").ToList();
        var chosen = list.DropDownListSelection?.Val?.Value;
        if (chosen is { } index && index >= 0 && index < entries.Count)
            Append(entries[index], isUnderlined);
        else
            openChoices.Add(new OpenChoice(cell, Clean(entries.FirstOrDefault() ?? "")));
    }

    private void Append(string words, bool isUnderlined)
    {
        // A converted text keeps a tab as a character.
        var parts = words.Split('\t');
        for (var index = 0; index < parts.Length; index++)
        {
            if (index > 0)
            {
                EndLine();
                cell++;
            }

            text.Append(parts[index]);
            hasPlainText |= !isUnderlined && parts[index].Any(char.IsLetterOrDigit);
        }
    }

    private void EndLine()
    {
        var line = Clean(
            FieldWords.Aggregate(text.ToString(), (line, word) => line.Replace(word, " ", StringComparison.Ordinal)));
        if (line.Length > 0)
            lines.Add(new WordLine(line, cell, paragraph, !hasPlainText && line.Any(char.IsLetterOrDigit)));
        text.Clear();
        hasPlainText = false;
    }

    private static bool IsUnderline(Underline? underline) =>
        underline is not null && (underline.Val is null || underline.Val.Value != UnderlineValues.None);

    /// <summary>Blanks of every kind collapsed, none before a comma.</summary>
    private static string Clean(string text) =>
        Composition.Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Replace(" ,", ",", StringComparison.Ordinal));
}
