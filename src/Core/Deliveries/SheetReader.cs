using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.DepartmentTables;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Ledgers;
using Produktreport.Core.Deliveries.Plausibility;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries;

/// <summary>
/// Reads the sheets of an upload one after the other into one table of values, each as a table with a header of its own.
/// </summary>
internal sealed class SheetReader
{
    private readonly DeliveryContext context;
    private readonly OpenedUpload upload;
    private readonly SheetChoice choice;
    private readonly ValueTable values = new();
    private readonly HashSet<CreatedProduct> created = [];
    private readonly List<(string Name, int Direction, int First, int End)> otherYears = [];
    private int searched;
    private bool isHeaderFound;

    /// <summary>Reads the sheets of <paramref name="upload"/>, which is open.</summary>
    public SheetReader(DeliveryContext context, OpenedUpload upload) =>
        (this.context, this.upload, choice) = (context, upload, new SheetChoice(context, upload));

    private FindingList Findings => context.Findings;

    /// <summary>Reads all of them; the values count only where no finding is an error.</summary>
    public ReadDelivery Read()
    {
        foreach (var sheet in choice.Sheets)
        {
            Findings.Sheet = upload.NameOf(sheet);
            values.BeginSheet(Findings.Sheet);
            var first = values.Count;
            Read(sheet);
            if (sheet.Name is { } name && OtherYear.DirectionIn(name) is var direction and not 0 && values.Count > first)
                otherYears.Add((name, direction, first, values.Count));
        }

        Findings.Sheet = null;
        AskAboutOtherYears();
        context.WeighYears(hasValues: values.Count > 0);
        if (values.Count == 0 && !Findings.HasErrors)
            Findings.Add(WhyNothing());
        if (upload.Profile is null)
            RepeatedValues.Remove(values, Findings);
        else
            CheckLedger();
        return new ReadDelivery(context, values, [.. created]);
    }

    private void Read(TableSheet sheet)
    {
        var (opened, fault) = sheet.Open();
        if (opened is null)
        {
            Findings.Add(fault!);
            return;
        }

        using var rows = opened;
        var metadata = choice.DeclaredFor(sheet);
        var errors = Findings.Errors;
        if (upload.Profile is { } profile)
            ReadLedger(rows, sheet, metadata, profile, errors);
        else
            ReadTable(rows, sheet, metadata, errors);
    }

    private void ReadLedger(RowSource rows, TableSheet sheet, Metadata metadata, ImportProfile profile, int errors)
    {
        if (ProfileColumns.Find(rows, profile, metadata, Findings, context.Limits) is not { } header)
        {
            TakeNoHeader(rows);
            return;
        }

        header.Check(profile, Findings);
        isHeaderFound = true;
        var product = profile.Origin is { } origin ? FileProduct.Of(origin, context.Stamp.File, sheet.Name) : null;
        if (profile.Origin is { } missing && product is null)
        {
            Findings.Add(missing.Kind == ProductOriginKind.SheetName && sheet.Name is { } name
                ? DeliveryFindings.SheetWithoutProduct(missing.Text, name)
                : DeliveryFindings.OriginMissing(profile.Name, missing.Text));
        }

        if (Findings.Errors > errors || (profile.Origin is not null && product is null))
            return;
        var filled = profile.FilledDown.IsEmpty
            ? rows
            : new FilledRows(rows, [.. profile.FilledDown.Select(name => header[name])]);
        using var blocks = filled.InBlocks(
            header.NumbersOf(profile), new KeyTexts(header.KeysOf(profile), []), UnreadColumns.Watch(header, profile),
            context.Limits);
        var reader = new ProfileReader(context, blocks, profile, header, metadata, product);
        reader.Read(values);
        SayWhatIsHidden(rows, header.Line, header.NumbersOf(profile), values.Count);
        AskAboutStruck(rows.StruckCells.Where(cell => cell.Line > header.Line),
            [.. header.NumbersOf(profile), .. header.KeysOf(profile)]);
        created.UnionWith(reader.Created);
    }

    private void ReadTable(RowSource rows, TableSheet sheet, Metadata metadata, int errors)
    {
        if (Header.Find(rows, upload.Vocabulary, metadata, Findings, context.Limits) is not { } header)
        {
            TakeNoHeader(rows);
            return;
        }

        header = new HeaderPeriods(header, metadata, Findings).Settled();
        new HeaderChecks(header, metadata, Findings).Run(rows, upload.Vocabulary);
        isHeaderFound = true;
        if (Findings.Errors > errors)
            return;
        SayWhatTheNameGives(sheet, header, metadata);
        using var blocks = rows.InBlocks(
            header.Values.Select(column => column.Index), new KeyTexts(RowKeys.NamingFigures(header), header.Keys),
            TableReader.Watch(header), context.Limits);
        var first = values.Count;
        new TableReader(context, blocks, header, metadata, upload.Vocabulary, values).Read();
        SayWhatIsHidden(rows, header.Line, header.Values.Select(column => column.Index), first);
        var lines = new HashSet<int> { header.Line };
        for (var index = first; index < values.Count && rows.StruckCells.Count > 0; index++)
            lines.Add(values.At(index).Line);
        AskAboutStruck(rows.StruckCells.Where(cell => lines.Contains(cell.Line)),
            [.. header.Values.Select(column => column.Index), .. header.Keys]);
    }

    /// <summary>Asks whether what is struck out, but was read, is to count.</summary>
    private void AskAboutStruck(IEnumerable<CellPlace> struck, HashSet<int> columns)
    {
        var places = struck.Where(cell => columns.Contains(cell.Column)).ToList();
        if (places.Count > 0)
            Findings.Add(DeliveryFindings.StruckOut(places[0], places.Count));
    }

    /// <summary>Asks about sheets called „Vorjahr“ whose values are of no other year than those of the other sheets.</summary>
    private void AskAboutOtherYears()
    {
        foreach (var (name, direction, first, end) in otherYears.Where(sheet => sheet.End - sheet.First < values.Count))
        {
            var own = values.At(first).Period;
            var others = Enumerable.Range(0, values.Count).Where(index => index < first || index >= end);
            if (!others.Any(index => OtherYear.Fits(direction, own, values.At(index).Period)))
                Findings.Add(DeliveryFindings.SheetOfOtherYear(name, own));
        }
    }

    /// <summary>Says that rows have their period or Art from the name of the sheet alone.</summary>
    private void SayWhatTheNameGives(TableSheet sheet, Header header, Metadata metadata)
    {
        var open = header.Values.Where(column => column.Period is null).ToList();
        if (metadata.NamedPeriod is { } period && open.Count > 0 && header.Find(RowDimension.Period) < 0)
            SayPeriodOfName(sheet.Name!, period, metadata);
        var isScenarioOpen = header.Values.Any(column => column.Scenario is null) && header.Find(RowDimension.Scenario) < 0;
        if (metadata.NamedScenario is { } scenario && isScenarioOpen)
            Findings.Add(DeliveryFindings.TakenFromSheetName(sheet.Name!, $"Art {scenario.GermanName()}"));
    }

    private void SayPeriodOfName(string sheet, Period period, Metadata metadata)
    {
        if (metadata.TitlePeriod is var (place, title, other) && !other.Contains(period) && !period.Contains(other))
            Findings.Add(DeliveryFindings.SheetNameContradicts(sheet, period, place, title));
        else
            Findings.Add(DeliveryFindings.TakenFromSheetName(sheet, $"Periode {GermanFormat.Name(period)}"));
    }

    /// <summary>Says which rows and which columns of values are read although Excel does not show them.</summary>
    private void SayWhatIsHidden(RowSource rows, int header, IEnumerable<int> columns, int first)
    {
        var lines = new LineSet();
        foreach (var line in rows.HiddenLines.Where(line => line > header))
            lines.Add(line);
        var letters = columns.Distinct().Where(rows.IsHiddenColumn).Select(ColumnLetters.Of).ToList();
        var hidden = rows.HiddenLines.ToHashSet();
        var count = 0;
        for (var index = first; index < values.Count && lines.Count > 0; index++)
            count += hidden.Contains(values.At(index).Line) ? 1 : 0;
        if (lines.Count > 0)
            Findings.Add(DeliveryFindings.HiddenCells(new CellPlace(lines.First), lines.ToString(), count));
        if (letters.Count > 0)
            Findings.Add(DeliveryFindings.HiddenCells(
                new CellPlace(header), $"{(letters.Count == 1 ? "Spalte" : "Spalten")} {GermanFormat.Enumerate(letters)}", 0));
    }

    private void TakeNoHeader(RowSource rows)
    {
        searched = Math.Max(searched, rows.Line);
        if (rows.Fault is { } fault)
            Findings.Add(fault);
    }

    private Finding WhyNothing()
    {
        if (isHeaderFound)
            return DeliveryFindings.NoValues();
        if (Math.Max(searched, choice.Searched) is var lines and > 0)
            return upload.Profile is { } profile
                ? DeliveryFindings.ProfileHeaderMissing(profile.Name, profile.ProductColumn ?? profile.Values[0].Column)
                : DeliveryFindings.NoHeader(lines, upload.SheetNames);
        return TableFindings.EmptyFile();
    }

    private void CheckLedger()
    {
        RepeatedValues.Ask(values, Findings);
        SignCheck.Run(values, Findings);
    }
}
