using System.Text;

namespace Produktreport.Core.Catalogues.Authoring;

/// <summary>
/// Makes short ids from German names, the same for the same name: „Kosten je 1.000 Einwohner“ → <c>kosten_je_1000_ew</c>.
/// </summary>
internal static class NamedId
{
    private static readonly string[] LeadingWords = [
        "anzahl", "durchschnittliche", "durchschnittlicher", "durchschnittliches", "der", "die", "das", "des"];

    private static readonly string[] SmallWords = [
        "der", "die", "das", "des", "dem", "den", "ein", "eine", "einer", "eines", "und", "zur", "zum", "von", "für", "im", "in"];

    private static readonly string[] Ends = [" (", " auf ", " / ", " pro ", ", "];

    /// <summary>
    /// An id for a figure's name that is not among those taken; up to four words of it, a number behind it where needed.
    /// </summary>
    public static string ForFigure(string name, ICollection<string> taken) => Unused(Shorten(Head(name.Trim()), 4), taken);

    /// <summary>An id for a goal: its first weighty word.</summary>
    public static string ForGoal(string text, ICollection<string> taken) =>
        Unused(Shorten(Head(text.Replace("{ziel}", " ", StringComparison.Ordinal)), 1), taken);

    /// <summary>A department's id from its number or name: letters, digits and hyphens; null where nothing is left.</summary>
    public static string? ForDepartment(string text)
    {
        var id = string.Join('-', Words(text));
        id = id[..Math.Min(id.Length, 60)].Trim('-');
        return KeyText.IsDepartment(id) ? id : null;
    }

    private static string Head(string name)
    {
        var end = Ends.Select(end => name.IndexOf(end, StringComparison.Ordinal)).Where(index => index > 0)
            .DefaultIfEmpty(name.Length).Min();
        return name[..end];
    }

    private static string Shorten(string name, int words)
    {
        var all = Words(name).SkipWhile(LeadingWords.Contains).ToList();
        var weighty = all.Where(word => !SmallWords.Contains(word)).Select(word => word == "einwohner" ? "ew" : word).Take(words);
        return string.Join('_', weighty);
    }

    private static string Unused(string id, ICollection<string> taken)
    {
        var start = id.Length == 0 ? "zahl" : char.IsAsciiDigit(id[0]) ? "z" + id : id;
        start = start[..Math.Min(start.Length, 55)].TrimEnd('_');
        if (Reading.Words.Reserved.Contains(start))
            start += "_zahl";
        var candidate = start;
        for (var number = 2; taken.Contains(candidate); number++)
            candidate = $"{start}_{number}";
        return candidate;
    }

    private static List<string> Words(string text)
    {
        var ascii = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            ascii.Append(c switch
            {
                'ä' => "ae",
                'ö' => "oe",
                'ü' => "ue",
                'ß' => "ss",
                'é' or 'è' => "e",
                '.' => "",
                _ when char.IsAsciiLetterOrDigit(c) => c.ToString(),
                _ => " ",
            });
        }

        return [.. ascii.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
