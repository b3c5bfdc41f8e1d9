using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Authoring;
using Produktreport.Core.Catalogues.Authoring.Word;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Findings;
using Produktreport.Functions.Hosting;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.CatalogueAuthoring;

/// <summary>
/// Carries out <c>katalog …</c>: reads and makes catalogue files below <c>katalog/</c>. Never overwrites a file unless told so, and then
/// writes all files or none.
/// </summary>
public sealed class CatalogueDesk(IFileStore files, TextWriter output)
{
    /// <summary>Does what was asked.</summary>
    /// <returns>The exit code: 0 all well, 2 where there are errors.</returns>
    public async Task<int> Run(CatalogueCommand command, CancellationToken cancellation = default)
    {
        var present = await ReadAll(cancellation);
        return command switch
        {
            CatalogueCommand.NewYear next => await Write(YearRollOver.From(present, next.Year - 1), replace: false, cancellation),
            CatalogueCommand.FromCsv plan => await FromCsv(plan, present, cancellation),
            CatalogueCommand.FromWord forms => await FromWord(forms, present, cancellation),
            _ => Check(present),
        };
    }

    private int Check(List<CatalogueFile> present)
    {
        var reading = CatalogueReader.Read(present);
        Print(reading.Findings);
        foreach (var catalogue in reading.Catalogues.ByYear.Values)
            output.WriteLine($"✔ Katalog {catalogue.Year}: {catalogue.Products.Length} Produkte, ohne Fehler.");
        if (present.Count == 0)
            output.WriteLine("✘ Kein Katalog gefunden: erwartet wird katalog/{jahr}/rahmen.yaml im Datenordner.");
        return present.Count == 0 || reading.Findings.HasErrors() ? ExitCodes.InputRejected : ExitCodes.Success;
    }

    private async Task<int> FromCsv(CatalogueCommand.FromCsv command, List<CatalogueFile> present, CancellationToken cancellation)
    {
        var plan = ProductPlanCsv.Read(await File.ReadAllBytesAsync(command.File, cancellation), command.Year ?? LatestYear(present), command.Department);
        var exitCode = await Write(InFile(command.File, new AuthoredFiles(plan.Files, plan.Findings)), replace: false, cancellation);
        if (plan.DepartmentsYaml.Length > 0)
            output.WriteLine($"Für „aemter“ in rahmen.yaml:\n{plan.DepartmentsYaml}");
        return exitCode;
    }

    private async Task<int> FromWord(CatalogueCommand.FromWord command, List<CatalogueFile> present, CancellationToken cancellation)
    {
        var year = command.Year ?? LatestYear(present);
        var catalogue = CatalogueReader.Read(present).Catalogues.ByYear.GetValueOrDefault(year);
        var made = new List<AuthoredFiles>();
        foreach (var file in command.Files)
        {
            var form = await File.ReadAllBytesAsync(file, cancellation);
            var context = new WordFormContext(year)
            {
                Department = command.Department,
                Standard = catalogue?.Standard ?? new StandardFigures([], []),
                ReferenceFigures = [.. catalogue?.ReferenceFigures.Select(figure => figure.Id) ?? []],
            };
            made.Add(InFile(file, Read(form, context, present)));
        }

        return await Write(new AuthoredFiles([.. made.SelectMany(part => part.Files)], [.. made.SelectMany(part => part.Findings)]), command.Replace, cancellation);
    }

    // Read twice where the product is known already: only the form itself says which file is the present one.
    private static AuthoredFiles Read(byte[] form, WordFormContext context, List<CatalogueFile> present)
    {
        var first = WordForm.Read(form, context);
        var existing = first.Files.Select(made => present.Find(file => file.Path == made.Path)).FirstOrDefault(file => file is not null);
        return existing is null ? first : WordForm.Read(form, context with { Existing = existing });
    }

    private static AuthoredFiles InFile(string file, AuthoredFiles made) =>
        made with { Findings = [.. made.Findings.Select(finding => finding with { File = string.IsNullOrEmpty(finding.File) ? Path.GetFileName(file) : finding.File })] };

    private async Task<int> Write(AuthoredFiles made, bool replace, CancellationToken cancellation)
    {
        Print(made.Findings);
        var taken = replace ? [] : await Taken(made.Files, cancellation);
        foreach (var file in taken)
            output.WriteLine($"✘ katalog/{file.Path} gibt es schon; nichts wurde geschrieben.");
        if (made.Findings.HasErrors() || taken.Count > 0)
            return ExitCodes.InputRejected;
        foreach (var file in made.Files)
        {
            await files.Write(Area.Catalogue, FilePath.Of(file.Path), file.Content, WriteCondition.Always, cancellation);
            output.WriteLine($"✔ katalog/{file.Path}");
        }

        return ExitCodes.Success;
    }

    private async Task<List<CatalogueFile>> Taken(ImmutableArray<CatalogueFile> made, CancellationToken cancellation)
    {
        var taken = new List<CatalogueFile>();
        foreach (var file in made)
        {
            if (await files.Find(Area.Catalogue, FilePath.Of(file.Path), cancellation) is not null)
                taken.Add(file);
        }

        return taken;
    }

    private void Print(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var place = finding.Line is { } line ? $"{finding.File}:{line}" : finding.File;
            output.WriteLine($"{(place is null ? "" : place + ": ")}{finding.Severity.GermanName()} {finding.Code}: {finding.Text}");
        }
    }

    private static int LatestYear(List<CatalogueFile> present) =>
        CatalogueReader.Read(present).Catalogues.ByYear.Keys.DefaultIfEmpty().Max() is var year and > 0
            ? year
            : throw new IOException("Es gibt noch keinen gültigen Katalog; bitte geben Sie das Jahr mit --jahr an.");

    private async Task<List<CatalogueFile>> ReadAll(CancellationToken cancellation)
    {
        var all = new List<CatalogueFile>();
        await foreach (var entry in files.List(Area.Catalogue, "", cancellation))
        {
            if (await files.ReadAll(Area.Catalogue, entry.Path, cancellation) is { } content)
                all.Add(new CatalogueFile(entry.Path.Text, content));
        }

        return all;
    }
}
