namespace Produktreport.Functions.Reports;

/// <summary>
/// What the name of a report's file says: <c>{periode}/{name}[.v{n}][.oeffentlich].{json|pdf}</c>. The only place that takes
/// such names apart. A product's number may have points of its own: the name is read from its end.
/// </summary>
/// <param name="Job">Of which report.</param>
/// <param name="Version">The version it keeps; null for the current one.</param>
/// <param name="IsPublic">Whether it is what the public reads.</param>
/// <param name="Ending"><c>.json</c> or <c>.pdf</c>.</param>
internal sealed record ReportFile(ReportJob Job, int? Version, bool IsPublic, string Ending)
{
    /// <summary>What the stem of a public edition ends in.</summary>
    public const string PublicEnding = ".oeffentlich";

    /// <summary>The ending of a report as data.</summary>
    public const string Json = ".json";

    // What the stem of the record of releases ends in.
    private const string ReleaseEnding = ".freigabe";

    /// <summary>Whether it is the current internal edition.</summary>
    public bool IsCurrent => Version is null && !IsPublic;

    /// <summary>A report's file; null where the path is another file's.</summary>
    public static ReportFile? Parse(FilePath path)
    {
        var ending = Path.GetExtension(path.Name);
        if (ending is not (Json or ".pdf"))
            return null;
        var stem = path.Name[..^ending.Length];
        var isPublic = stem.EndsWith(PublicEnding, StringComparison.Ordinal);
        stem = isPublic ? stem[..^PublicEnding.Length] : stem;
        var version = VersionAt(stem);
        var name = version is { } number ? stem[..^$".v{number}".Length] : stem;
        return JobOf(path.FirstFolder, name) is { } job && path.Text == $"{job.Period}/{path.Name}"
            ? new ReportFile(job, version, isPublic, ending)
            : null;
    }

    /// <summary>
    /// What an address asks for: <c>{name}.pdf</c> the version that its reader sees, <c>{name}.v{n}.pdf</c> a version by its
    /// number. Null for any other name; what a reader sees is not for the address to say.
    /// </summary>
    /// <param name="period">The period, as written.</param>
    /// <param name="file">The name with its ending, whatever that is.</param>
    public static (ReportJob Job, int? Version, string Ending)? Asked(string period, string file)
    {
        var ending = Path.GetExtension(file);
        var stem = file[..^ending.Length];
        var version = VersionAt(stem);
        var name = version is { } number ? stem[..^$".v{number}".Length] : stem;
        return JobOf(period, name) is { } job ? (job, version, ending) : null;
    }

    /// <summary>Whether two strings name a report, and which: a period and a product's number or <c>gesamt</c>.</summary>
    public static ReportJob? JobOf(string period, string name) =>
        PeriodText.TryParse(period, out var parsed) && parsed.ToString() == period ? JobOf(parsed, name) : null;

    // What looks like the name of a version or edition is no product's: its file would be taken for the product's data.
    private static ReportJob? JobOf(Period period, string name) =>
        name == ReportJob.Combined ? new ReportJob(period, Product: null)
        : VersionAt(name) is not null || name.EndsWith(PublicEnding, StringComparison.Ordinal)
            || name.EndsWith(ReleaseEnding, StringComparison.Ordinal) ? null
        : ProductNumber.TryParse(name, out var number) ? new ReportJob(period, number)
        : null;

    // As the program writes it: no zero before it, no sign.
    private static int? VersionAt(string stem) =>
        stem.LastIndexOf(".v", StringComparison.Ordinal) is var at and > 0
        && int.TryParse(stem.AsSpan(at + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && version > 0
        && stem.Length == at + $".v{version}".Length
            ? version
            : null;
}
