using System.Collections.Immutable;
using System.Globalization;

namespace Produktreport.Core.Tables.Xlsx;

/// <summary>
/// A number format code (ECMA-376 part 1, 18.8.31) and what it shows of numbers: up to three sections, chosen by sign or by a
/// condition of their own.
/// </summary>
internal sealed class NumberFormatCode
{
    private const int MostSections = 3;
    private readonly ImmutableArray<FormatSection> sections;

    /// <summary>Reads a code such as <c>#,##0.0" T€";[Red]-#,##0.0" T€"</c>.</summary>
    public NumberFormatCode(string code)
    {
        var found = ImmutableArray.CreateBuilder<FormatSection>(MostSections);
        for (var at = 0; at <= code.Length && found.Count < MostSections;)
        {
            var section = new FormatSection(code, at);
            found.Add(section);
            at = section.End + 1;
        }

        sections = found.ToImmutable();
    }

    /// <summary>What a number is shown as.</summary>
    public FormatSection For(decimal number)
    {
        if (sections.Any(section => section.Condition is not null))
            return sections.FirstOrDefault(section => section.Condition?.Holds(number) != false) ?? sections[^1];
        return number switch
        {
            < 0 when sections.Length > 1 => sections[1],
            0 when sections.Length > 2 => sections[2],
            _ => sections[0],
        };
    }
}

/// <summary>When a section of a number format is used: <c>[&gt;=1000]</c>.</summary>
internal sealed record FormatCondition(string Relation, decimal Limit)
{
    /// <summary>The condition between two brackets; null where they hold something else.</summary>
    public static FormatCondition? Parse(ReadOnlySpan<char> bracket)
    {
        var length = bracket.IndexOfAnyExcept("<>=");
        const System.Globalization.NumberStyles Number = NumberStyles.Float;
        return length > 0 && decimal.TryParse(bracket[length..], Number, CultureInfo.InvariantCulture, out var limit)
            ? new FormatCondition(bracket[..length].ToString(), limit)
            : null;
    }

    /// <summary>Whether a number fulfils it.</summary>
    public bool Holds(decimal number) => Relation switch
    {
        "<" => number < Limit,
        "<=" => number <= Limit,
        ">" => number > Limit,
        ">=" => number >= Limit,
        "=" => number == Limit,
        _ => number != Limit,
    };
}
