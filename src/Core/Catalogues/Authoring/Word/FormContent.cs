using System.Collections.Immutable;

namespace Produktreport.Core.Catalogues.Authoring.Word;

/// <summary>What the form „Produktbeschreibung“ says, as it says it.</summary>
internal sealed record FormContent
{
    /// <summary>
    /// The values of the labelled fields by label; absent where the label is not in the document, empty where nothing stands
    /// there.
    /// </summary>
    public required ImmutableDictionary<string, ImmutableArray<WordLine>> Fields { get; init; }

    /// <summary>The goals, <c>__</c> and all.</summary>
    public ImmutableArray<string> Goals { get; init; } = [];

    /// <summary>The services of section II.</summary>
    public ImmutableArray<FormService> Services { get; init; } = [];

    /// <summary>The blocks of section III.</summary>
    public ImmutableArray<FormFigures> Figures { get; init; } = [];

    /// <summary>Text that belongs to no field.</summary>
    public ImmutableArray<string> Rest { get; init; } = [];

    /// <summary>The product number; null where there is no valid one.</summary>
    public string? Number { get; init; }

    /// <summary>A field's text on one line; null where blank or absent.</summary>
    public string? Text(string label)
    {
        var text = string.Join(' ', Fields.GetValueOrDefault(label, []).Select(line => line.Text));
        return text.Any(char.IsLetterOrDigit) ? text : null;
    }
}

/// <summary>A service of section II.</summary>
internal sealed record FormService(string Number, string Name, ServiceKind? Kind, string Description);

/// <summary>
/// A block of section III: for the product (<paramref name="Service"/> 0) or the service with this place in the list, from 1.
/// </summary>
internal sealed record FormFigures(
    int Service, string Heading, ImmutableArray<FormFigure> BaseFigures, ImmutableArray<FormFigure>? KeyFigures);

/// <summary>A figure's name, and whether it is underlined (Hauptzahl).</summary>
internal sealed record FormFigure(string Name, bool IsUnderlined);
