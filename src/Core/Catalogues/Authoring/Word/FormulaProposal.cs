namespace Produktreport.Core.Catalogues.Authoring.Word;

/// <summary>
/// Reads „X je Y“ in a key figure's name as a proposal for its formula: for a comment and a finding, never taken by itself.
/// </summary>
internal static class FormulaProposal
{
    /// <summary>The proposal; null where the name gives none.</summary>
    public static string? For(string name, IReadOnlyList<(string Id, string Name)> baseFigures)
    {
        var parts = name.Split('(')[0].Split(" je ");
        if (parts is not [var over, var under] || Over(over.Trim(), baseFigures) is not { } numerator)
            return null;
        return under.Trim() switch
        {
            "Einwohner" => $"{numerator} / einwohner",
            "1.000 Einwohner" or "1000 Einwohner" => $"{numerator} / einwohner * 1000",
            var thing when Like(thing, baseFigures) is { } divisor => $"{numerator} / {divisor}",
            _ => null,
        };
    }

    /// <summary>„Kosten = Aufwendungen“ is the domain's own equation.</summary>
    private static string? Over(string name, IReadOnlyList<(string Id, string Name)> baseFigures) =>
        Like(name == "Kosten" ? "Aufwendungen" : name, baseFigures);

    /// <summary>The only base figure in whose name every word of the phrase begins a word.</summary>
    private static string? Like(string phrase, IReadOnlyList<(string Id, string Name)> baseFigures)
    {
        var stems = phrase.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word[..Math.Min(word.Length, 6)]).ToList();
        var fitting = baseFigures.Where(
            figure =>
                stems.All(
                    stem =>
                        figure.Name.ToLowerInvariant().Split(' ').Any(word => word.StartsWith(stem, StringComparison.Ordinal))))
                            .ToList();
        return fitting is [var only] ? only.Id : null;
    }
}
