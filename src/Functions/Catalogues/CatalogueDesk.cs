using Produktreport.Core.Catalogues.Authoring;
using Produktreport.Core.Catalogues.Authoring.Word;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Deliveries.Proposals;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Functions.Catalogues;

/// <summary>
/// Carries out <c>katalog …</c>: reads and makes catalogue files below <c>katalog/</c>. Never overwrites a file unless told so,
/// and then writes all files or none.
/// </summary>
internal sealed class CatalogueDesk(IFileStore files, TextWriter output)
{
    /// <summary>Says all faults of all years.</summary>
    /// <returns>Whether there is a catalogue, and it is without errors.</returns>
    public async Task<bool> Check(CancellationToken cancellation)
    {
        var present = await ReadAll(cancellation);
        var reading = CatalogueReader.Read(present);
        Print(reading.Findings);
        foreach (var catalogue in reading.Catalogues.ByYear.Values)
            output.WriteLine($"✔ Katalog {catalogue.Year}: {catalogue.Products.Length} Produkte, ohne Fehler.");
        if (present.Count == 0)
            output.WriteLine("✘ Kein Katalog gefunden: erwartet wird katalog/{jahr}/rahmen.yaml im Datenordner.");
        return present.Count > 0 && !reading.Findings.HasErrors() && await IsHarmless(reading.Catalogues, cancellation);
    }

    /// <summary>Decides that the catalogue is to be in force although accepted deliveries lose values by it.</summary>
    /// <returns>Whether one waited for that.</returns>
    public async Task<bool> Confirm(CancellationToken cancellation)
    {
        var isConfirmed = await new CatalogueDecisions(files).Confirm(cancellation);
        output.WriteLine(isConfirmed
            ? "✔ Der Katalog gilt ab dem nächsten Durchgang."
            : "✘ Kein Katalog wartet auf eine Entscheidung.");
        return isConfirmed;
    }

    private async Task<bool> IsHarmless(CatalogueSet catalogues, CancellationToken cancellation)
    {
        var next = new CatalogueInForce(catalogues, Version: "");
        var impact = await new CatalogueImpact(files, ReadingLimits.Default).Of(next, cancellation);
        foreach (var each in impact)
        {
            var count = each.Values == 1 ? "1 Wert" : $"{each.Values} Werte";
            output.WriteLine($"✘ {each.File}: angenommen, verlöre mit diesem Katalog {count}. {each.Why}");
        }

        return impact.IsEmpty;
    }

    /// <summary>Makes a year's files from those of the year before.</summary>
    /// <returns>Whether they were written.</returns>
    public async Task<bool> NewYear(int year, CancellationToken cancellation) =>
        await Write(YearRollOver.From(await ReadAll(cancellation), year - 1), replace: false, cancellation);

    /// <summary>Makes product files from a product plan.</summary>
    /// <param name="file">The CSV file.</param>
    /// <param name="year">The catalogue year; null = the latest there is.</param>
    /// <param name="department">The department of products for which the plan names none.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Whether they were written.</returns>
    public async Task<bool> FromCsv(string file, int? year, DepartmentId? department, CancellationToken cancellation)
    {
        var present = await ReadAll(cancellation);
        var plan = ProductPlanCsv.Read(await File.ReadAllBytesAsync(file, cancellation), year ?? LatestYear(present), department);
        var isWritten = await Write(InFile(file, new AuthoredFiles(plan.Files, plan.Findings)), replace: false, cancellation);
        if (plan.DepartmentsYaml.Length > 0)
            output.WriteLine($"Für „aemter“ in rahmen.yaml:\n{plan.DepartmentsYaml}");
        return isWritten;
    }

    /// <summary>Proposes an import profile for a file, and says what the file says when it is read with it.</summary>
    /// <param name="file">The file: CSV or XLSX.</param>
    /// <param name="year">The catalogue year; null = the latest there is.</param>
    /// <param name="department">Who will deliver such files; null = who may deliver for all products.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Whether the profile was written; one that is there reads the file, and nothing is written.</returns>
    public async Task<bool> Profile(string file, int? year, DepartmentId? department, CancellationToken cancellation)
    {
        var present = await ReadAll(cancellation);
        var content = await File.ReadAllBytesAsync(file, cancellation);
        var proposal = ProfileProposal.Of(content, Path.GetFileName(file), present, year ?? LatestYear(present), department);
        if (proposal.File is not { } profile)
        {
            Print(InFile(file, new AuthoredFiles([], proposal.Findings)).Findings);
            return false;
        }

        output.WriteLine(proposal.IsPresent
            ? $"katalog/{profile.Path} gibt es schon; so liest es die Datei:" : Encoding.UTF8.GetString(profile.Content.Span));
        foreach (var line in proposal.Lines)
            output.WriteLine(line);
        Print(InFile(file, new AuthoredFiles([], proposal.Findings)).Findings);
        if (proposal.IsPresent)
            return !proposal.Findings.HasErrors();
        return await Write(new AuthoredFiles([profile], []), replace: false, cancellation);
    }

    /// <summary>Makes product files from the county's Word forms.</summary>
    /// <param name="forms">The DOCX files.</param>
    /// <param name="year">The catalogue year; null = the latest there is.</param>
    /// <param name="department">The department that answers for the products; null leaves it open.</param>
    /// <param name="replace">Whether a present product file is replaced (its ids are kept).</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Whether they were written.</returns>
    public async Task<bool> FromWord(
        IEnumerable<string> forms, int? year, DepartmentId? department, bool replace, CancellationToken cancellation)
    {
        var present = await ReadAll(cancellation);
        var inYear = year ?? LatestYear(present);
        var catalogue = CatalogueReader.Read(present).Catalogues.ByYear.GetValueOrDefault(inYear);
        var made = new List<AuthoredFiles>();
        foreach (var file in forms)
        {
            var form = await File.ReadAllBytesAsync(file, cancellation);
            var context = new WordFormContext(inYear)
            {
                Department = department,
                Standard = catalogue?.Standard ?? new StandardFigures([], []),
                ReferenceFigures = [.. catalogue?.ReferenceFigures.Select(figure => figure.Id) ?? []],
            };
            made.Add(InFile(file, Read(form, context, present)));
        }

        return await Write(
            new AuthoredFiles([.. made.SelectMany(part => part.Files)], [.. made.SelectMany(part => part.Findings)]), replace,
            cancellation);
    }

    // Read twice where the product is known already: only the form itself says which file is the present one.
    private static AuthoredFiles Read(byte[] form, WordFormContext context, List<CatalogueFile> present)
    {
        var first = WordForm.Read(form, context);
        var existing = first.Files.Select(made => present.Find(file => file.Path == made.Path))
            .FirstOrDefault(file => file is not null);
        return existing is null ? first : WordForm.Read(form, context with { Existing = existing });
    }

    private static AuthoredFiles InFile(string file, AuthoredFiles made) =>
        made with
        {
            Findings = [.. made.Findings.Select(finding =>
                finding with { File = string.IsNullOrEmpty(finding.File) ? Path.GetFileName(file) : finding.File })]
        };

    private async Task<bool> Write(AuthoredFiles made, bool replace, CancellationToken cancellation)
    {
        Print(made.Findings);
        var taken = replace ? [] : await Taken(made.Files, cancellation);
        foreach (var file in taken)
            output.WriteLine($"✘ katalog/{file.Path} gibt es schon; nichts wurde geschrieben.");
        if (made.Findings.HasErrors() || taken.Count > 0)
            return false;
        foreach (var file in made.Files)
        {
            await files.Write(Area.Catalogue, FilePath.Of(file.Path), file.Content, WriteCondition.Always, cancellation);
            output.WriteLine($"✔ katalog/{file.Path}");
        }

        return true;
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
            output.WriteLine(
                $"{(place is null ? "" : place + ": ")}{finding.Severity.GermanName()} {finding.Code}: {finding.Text}");
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
