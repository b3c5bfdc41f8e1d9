using System.Collections.Immutable;
using Produktreport.Core.Catalogues;

namespace Produktreport.Functions.CatalogueAuthoring;

/// <summary>What the controller asks of the catalogue on the command line (<c>katalog …</c>). Closed.</summary>
/// <param name="Data">The data folder.</param>
public abstract record CatalogueCommand(string Data)
{
    /// <summary><c>katalog pruefen</c>: all faults of all years.</summary>
    public sealed record Check(string Data) : CatalogueCommand(Data);

    /// <summary><c>katalog neu JAHR</c>: next year's files from those of the year before.</summary>
    public sealed record NewYear(string Data, int Year) : CatalogueCommand(Data);

    /// <summary><c>katalog aus-csv DATEI</c>: product files from a product plan.</summary>
    /// <param name="Data">The data folder.</param>
    /// <param name="Year">The catalogue year; null = the latest there is.</param>
    /// <param name="Department">The department of products for which the plan names none.</param>
    /// <param name="File">The CSV file.</param>
    public sealed record FromCsv(string Data, int? Year, DepartmentId? Department, string File) : CatalogueCommand(Data);

    /// <summary><c>katalog aus-word DATEI…</c>: product files from the county's Word forms.</summary>
    /// <param name="Data">The data folder.</param>
    /// <param name="Year">The catalogue year; null = the latest there is.</param>
    /// <param name="Department">The department that answers for the products; null leaves it open.</param>
    /// <param name="Replace">Whether a present product file is replaced (its ids are kept).</param>
    /// <param name="Files">The DOCX files.</param>
    public sealed record FromWord(string Data, int? Year, DepartmentId? Department, bool Replace, ImmutableArray<string> Files)
        : CatalogueCommand(Data);
}
