using Produktreport.Core.Comparisons;
using Produktreport.Core.Comparisons.Files;
using Produktreport.Core.Findings;
using Produktreport.Core.Reports;

namespace Produktreport.Functions.Reports;

/// <summary>Carries out <c>vergleich …</c>: checks files in the open format, and gives out the county's own figures.</summary>
internal sealed class OpenFigureDesk(IFileStore files, PublishedCatalogues catalogues, TextWriter output)
{
    /// <summary>Says all faults of files.</summary>
    /// <returns>Whether all of them can be compared with.</returns>
    public async Task<bool> Check(IEnumerable<string> names, CancellationToken cancellation)
    {
        var statistics = (await Latest(cancellation))?.Peers.Statistics ?? [];
        var isRight = true;
        foreach (var name in names)
        {
            var file = ComparisonFile.Read(
                Path.GetFileName(name), await File.ReadAllBytesAsync(name, cancellation), statistics);
            foreach (var finding in file.Findings)
            {
                var place = finding.Line is { } line ? $"{name}:{line}{finding.Column}" : name;
                output.WriteLine($"{place}: {finding.Severity.GermanName()} {finding.Code}: {finding.Text}");
            }

            if (file.Findings.HasErrors())
                isRight = false;
            else
                output.WriteLine($"✔ {name}: {file.Figures.Length} Zahlen, ohne Fehler.");
        }

        return isRight;
    }

    /// <summary>Writes the county's comparable figures of a year, as the public reads them in released annual reports.</summary>
    /// <param name="year">The year.</param>
    /// <param name="target">A file whose ending says the form, or a folder for both forms.</param>
    /// <param name="cancellation">Stops before it is written.</param>
    /// <returns>Whether there is anything to give out.</returns>
    public async Task<bool> GiveOut(int year, string target, CancellationToken cancellation)
    {
        if ((await catalogues.InForce(cancellation)).Catalogues.ByYear.GetValueOrDefault(year) is not { } catalogue)
            return Refused($"Einen gültigen Katalog {year} gibt es nicht.");
        if (!RegionKey.TryParse(catalogue.CountyKey, out var region) || catalogue.Peers.Licence is null)
        {
            return Refused(
                $"In katalog/{year}/rahmen.yaml fehlt der schluessel des Landkreises oder vergleich: lizenz, die Lizenz, unter "
                + "der andere die Zahlen verwenden dürfen (etwa dl-de/by-2-0).");
        }

        var figures = await Figures(catalogue, cancellation);
        if (figures.IsEmpty)
        {
            return Refused(
                $"Es gibt nichts auszugeben: Kein freigegebener Jahresbericht {year} hat eine vergleichbare Zahl. Bitte im "
                + "Katalog vergleichbar angeben und die Jahresberichte freigeben.");
        }

        foreach (var (path, content) in Contents(target, $"kennzahlen-offen-{region}-{year}", figures))
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(path, content, cancellation);
            output.WriteLine($"✔ {path}: {figures.Length} Zahlen");
        }

        return true;
    }

    private async Task<ImmutableArray<OpenFigure>> Figures(Catalogue catalogue, CancellationToken cancellation)
    {
        var releases = new ReportReleases(files);
        var figures = ImmutableArray.CreateBuilder<OpenFigure>();
        foreach (var product in catalogue.Products.Where(product => product.HasSharedFigures))
        {
            var job = new ReportJob(Period.OfYear(catalogue.Year), product.Number);
            var release = (await releases.Read(job, cancellation)).Latest;
            var path = FilePath.Of($"{job.Stem}.v{release?.Version ?? 0}{ReportFile.PublicEnding}{ReportFile.Json}");
            if (release is not null && await files.ReadAll(Area.Reports, path, cancellation) is { } json)
                figures.AddRange(OpenFigureExport.Of(Read(path, json), catalogue));
            else
                output.WriteLine($"· {product.Number} {product.Name}: Der Jahresbericht ist nicht freigegeben, nicht dabei.");
        }

        return figures.ToImmutable();
    }

    private static Core.Reports.Contents.ProductReport Read(FilePath path, byte[] json)
    {
        try
        {
            return ReportJson.ReadProduct(json);
        }
        catch (JsonException damage)
        {
            throw new InvalidDataException($"berichte/{path} ist beschädigt: {damage.Message}", damage);
        }
    }

    private static IEnumerable<(string Path, byte[] Content)> Contents(
        string target, string name, ImmutableArray<OpenFigure> figures) => Path.GetExtension(target).ToLowerInvariant() switch
        {
            ".csv" => [(target, OpenFigureCsv.Write(figures))],
            ".json" => [(target, OpenFigureJson.Write(figures))],
            _ =>
            [
                (Path.Combine(target, name + ".csv"), OpenFigureCsv.Write(figures)),
                (Path.Combine(target, name + ".json"), OpenFigureJson.Write(figures)),
            ],
        };

    private async Task<Catalogue?> Latest(CancellationToken cancellation) =>
        (await catalogues.InForce(cancellation)).Catalogues.ByYear.Values.LastOrDefault();

    private bool Refused(string why)
    {
        output.WriteLine($"✘ {why}");
        return false;
    }
}
