using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Tables;
using Produktreport.Core.Tables.Decoding;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>Which import profile applies to a file.</summary>
internal static class ProfileChoice
{
    /// <summary>
    /// The first profile, by name, of the latest year that has one for this path; null where none has and the file is a
    /// department's table. Adds a warning where that year has several.
    /// </summary>
    public static ImportProfile? For(DeliveryContext context)
    {
        var matching = context.Catalogues.ByYear.Values.Reverse()
            .Select(catalogue => Matching(catalogue, context.Stamp.File)).FirstOrDefault(profiles => profiles.Count > 0) ?? [];
        if (matching is [var applied, _, ..])
            context.Findings.Add(
                DeliveryFindings.SeveralProfiles(context.Stamp.File, [.. matching.Select(profile => profile.Name)],
                applied.Name));
        return matching.FirstOrDefault();
    }

    private static List<ImportProfile> Matching(Catalogue catalogue, string path) => [.. catalogue.Profiles
        .Where(profile => PathPattern.MatchesPath(profile.AppliesTo, path))
            .OrderBy(profile => profile.Name, StringComparer.Ordinal)];

    /// <summary>How good the header is that rows have for a profile; 0 = none.</summary>
    public static int Score(RowSource rows, ImportProfile profile, ReadingLimits limits) =>
        ProfileColumns.Score(rows, profile, limits);

    /// <summary>What a profile says of the files it is for; nothing without a profile.</summary>
    public static TableHints HintsOf(ImportProfile? profile) =>
        profile is null ? new TableHints() : new TableHints(EncodingOf(profile), profile.Separator, profile.Sheet);

    private static EncodingKind? EncodingOf(ImportProfile profile) => profile.Encoding switch
    {
        "utf-8" or "utf8" => EncodingKind.Utf8,
        "utf-16le" or "utf-16" => EncodingKind.Utf16LittleEndian,
        "utf-16be" => EncodingKind.Utf16BigEndian,
        "windows-1252" or "cp1252" or "ansi" or "iso-8859-1" => EncodingKind.Windows1252,
        "cp850" or "ibm850" => EncodingKind.Dos850,
        "macintosh" => EncodingKind.MacRoman,
        _ => null,
    };
}
