using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Comparisons;
using Produktreport.Core.German;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Reports;

/// <summary>
/// Takes the figures that others may compare out of what the public reads of an annual report, and nothing else.
/// </summary>
public static class OpenFigureExport
{
    // Quotients have up to 28 places; nobody measures that exactly.
    private const int Decimals = 6;

    /// <summary>The comparable figures of a report that have a value, in the order of its rows.</summary>
    /// <param name="edition">What the public reads of a released annual report: its public edition, or the report itself where
    /// one file is both.</param>
    /// <param name="catalogue">The catalogue of the year; it has a key and a licence.</param>
    /// <exception cref="ArgumentException">The report is a draft, an internal edition, of another period, or the catalogue lacks
    /// key or licence.</exception>
    public static ImmutableArray<OpenFigure> Of(ProductReport edition, Catalogue catalogue)
    {
        if (edition is not { State: ReportState.Released, Period.Kind: PeriodKind.Year }
            || (edition.IsSensitive && edition.Edition != ReportEdition.Public))
            throw new ArgumentException("Only what the public reads of a released annual report is given out.", nameof(edition));
        if (!RegionKey.TryParse(catalogue.CountyKey, out var region) || catalogue.Peers.Licence is not { } licence)
            throw new ArgumentException("The catalogue lacks the county's key or its licence.", nameof(catalogue));
        return [.. from row in edition.Rows
                   where row.ActualPeriod is not null
                   let figure = catalogue.Find(edition.Product)?.FindLevel(row.Level)?.Find(row.Id)
                   where figure?.Shared is not null && figure.Unit == row.Unit
                   select new OpenFigure
                   {
                       Region = region,
                       Body = catalogue.County,
                       Year = edition.Period.Year,
                       Product = catalogue.Find(edition.Product)!.FrameNumber,
                       Figure = figure!.Shared!.Id,
                       Name = row.Name,
                       Value = GermanFormat.WithoutZeros(GermanFormat.Round(row.ActualPeriod!.Value, Decimals)),
                       Unit = row.Unit,
                       Population = Population(catalogue, edition.Period),
                       Caveat = figure.Shared.Caveat,
                       Provenance = $"Produktbericht {edition.Product} {edition.Name}, {GermanFormat.Name(edition.Period)}, "
                           + $"Version {edition.Version}",
                       Licence = licence,
                   }];
    }

    private static int? Population(Catalogue catalogue, Period year) =>
        catalogue.ReferenceInForce(ComparisonSet.Population, year.End)?.Value is > 0 and <= int.MaxValue and var people
            ? (int)people : null;
}
