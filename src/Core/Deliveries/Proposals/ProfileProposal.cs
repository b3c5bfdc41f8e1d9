using System.Collections.Immutable;
using System.Text;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Authoring;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Proposals;

/// <summary>A profile that is proposed for a file nobody knows yet, and what the file says when it is read with it.</summary>
/// <param name="File">The profile as a file of the catalogue; null where no table was found.</param>
/// <param name="Lines">What the file says with it, in German, a line each.</param>
/// <param name="Findings">Why there is no table, or what reading it found.</param>
public sealed record ProfileProposal(CatalogueFile? File, ImmutableArray<string> Lines, ImmutableArray<Finding> Findings)
{
    private const int ShownValues = 6;

    /// <summary>
    /// Whether <see cref="File"/> was there before, so that nothing is proposed: it may have been changed by hand.
    /// </summary>
    public bool IsPresent { get; private init; }

    private static readonly byte[] EmptyFrame =
        """
        koerperschaft: Noch ohne Katalog
        rahmendaten: [{id: einwohner, bezeichnung: Einwohner, wert: 1, stichtag: 2000-01-01, quelle: noch offen}]
        aemter: [{id: kaemmerei, bezeichnung: Kämmerei, liefert_fuer: alle}]
        standard:
          grundzahlen:
            - {id: ertraege, bezeichnung: Erträge, einheit: €, jahreswert: summe}
            - {id: aufwendungen, bezeichnung: Aufwendungen, einheit: €, jahreswert: summe}
            - {id: ergebnis, bezeichnung: Ergebnis, einheit: €, jahreswert: summe, formel: ertraege - aufwendungen}
        """u8.ToArray();

    /// <summary>Proposes a profile.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="fileName">Its name, without folders.</param>
    /// <param name="present">The files of the catalogue.</param>
    /// <param name="year">The catalogue year the profile is for.</param>
    /// <param name="department">Who will deliver the file; null = who may deliver for all products.</param>
    public static ProfileProposal Of(
        ReadOnlyMemory<byte> content, string fileName, IReadOnlyList<CatalogueFile> present, int year,
        DepartmentId? department = null)
    {
        using var bytes = new MemoryStream(content.ToArray(), writable: false);
        var (sample, fault) = Sample.Read(bytes, ReadingLimits.Default);
        if (sample is null)
            return new ProfileProposal(null, [], [fault!]);
        var catalogue = CatalogueReader.Read(Usable(present, year)).Catalogues.ByYear[year];
        var draft = Draft(sample, fileName, catalogue, department);
        if (draft.Values.IsEmpty)
            return new ProfileProposal(null, [],
                [draft.Layout is { Product: null, Amounts: [var first, ..] }
                    ? AuthoringFindings.NoProducts(first.Name) : AuthoringFindings.NoAmounts()]);
        var path = $"{year}/profile/{draft.Name}.yaml";
        var known = present.FirstOrDefault(each => each.Path == path);
        var file = known ?? new CatalogueFile(path, Encoding.UTF8.GetBytes(ProfileText.Of(draft)));
        var trial = CatalogueReader.Read([.. Usable(present, year).Where(each => each.Path != path), file]);
        if (trial.Findings.HasErrors())
            return new ProfileProposal(file, [], trial.Findings) { IsPresent = known is not null };
        bytes.Position = 0;
        var stamp = new DeliveryStamp($"{draft.Department}/{fileName}", draft.Department, new string('0', 64),
            new DateTimeOffset(year, 12, 31, 12, 0, 0, TimeSpan.Zero));
        var result = DeliveryReader.Read(stamp, bytes, trial.Catalogues, ReadingLimits.Default).Judge(FigureSet.Empty);
        return new ProfileProposal(file, [.. LinesOf(draft, result, known is not null)], result.Receipt.Findings)
        { IsPresent = known is not null };
    }

    /// <summary>The catalogue; where there is none for the year, one with the standard figures alone.</summary>
    internal static IReadOnlyList<CatalogueFile> Usable(IReadOnlyList<CatalogueFile> present, int year) =>
        CatalogueReader.Read(present).Catalogues.ByYear.ContainsKey(year)
            ? present
            : [new CatalogueFile($"{year}/rahmen.yaml", EmptyFrame)];

    private static ProfileDraft Draft(Sample sample, string fileName, Catalogue catalogue, DepartmentId? department)
    {
        var known = catalogue.Products.Select(product => product.Number.Text).ToHashSet();
        var layout = SampleLayout.Of(SampleTable.Of(sample), known);
        var (mark, isGuessed) = MarkOf(layout);
        var values = new ValueProposals(layout, mark, fileName, catalogue.Year);
        var proposed = values.All();
        var sender = department ?? catalogue.Departments
            .FirstOrDefault(each => each.DeliversForAll)?.Id ?? catalogue.Departments[0].Id;
        return new ProfileDraft(fileName, sender, layout)
        {
            Mark = sample.IsWorkbook ? null : mark,
            IsMarkGuessed = isGuessed,
            Values = proposed,
            PartsOfSums = values.PartsOfSums(proposed),
            OtherAccounts = values.OtherAccounts(),
            InternalAccounts = values.InternalAccounts(),
            OtherKinds = values.OtherKinds(),
            BalanceLines = values.PartsOfSums(proposed).IsEmpty ? values.Balances() : [],
            Checks = values.Checks(),
            Creates = layout.Product is null || layout.Pattern is not null
                || layout.Product.Cells.Any(cell => cell.IsKey && !known.Contains(cell.Text)),
        };
    }

    /// <summary>The decimal mark all amounts agree on; else the comma, as a guess.</summary>
    private static (char Mark, bool IsGuessed) MarkOf(SampleLayout layout)
    {
        var numbers = layout.Amounts.SelectMany(column => column.Cells).Select(cell => cell.Number)
            .Where(number => number.IsNumber).ToList();
        var (comma, point) = (numbers.Exists(number => number.NeedsComma), numbers.Exists(number => number.NeedsPoint));
        return (point && !comma ? '.' : ',', comma == point && numbers.Exists(number => number.IsAmbiguous));
    }

    private static IEnumerable<string> LinesOf(ProfileDraft draft, DeliveryResult result, bool isPresent)
    {
        if (result.Delivery is not { } delivery)
        {
            yield return "Mit diesem Profil wird die Datei noch nicht gelesen; die Befunde sagen, was fehlt.";
            yield break;
        }

        yield return $"Gelesen: {Counted(result.Receipt.ValueCount, "Wert", "Werte")}, ausgelassen: "
            + $"{Counted(result.Receipt.SkippedCount, "Zeile", "Zeilen")}.";
        foreach (var series in delivery.Values.GroupBy(value => (value.Address.Figure, value.Period, value.Scenario))
            .OrderBy(group => group.Key.Period.Year))
        {
            yield return $"  {series.Key.Figure}, {GermanFormat.Name(series.Key.Period)}, {series.Key.Scenario.GermanName()}: "
                + $"{Counted(series.Count(), "Produkt", "Produkte")}, Summe "
                    + $"{GermanFormat.Exact(series.Sum(value => value.Value ?? 0))}";
        }

        yield return "Die ersten Werte:";
        foreach (var value in delivery.Values.Take(ShownValues))
        {
            var amount = value.Value is { } number ? GermanFormat.Exact(number) : "unbekannt";
            yield return $"  {value.Address.Level} {value.Address.Figure}, {GermanFormat.Name(value.Period)}: {amount} (Zeile "
                + $"{value.Cell.Line}, "
                + $"Spalte {value.Cell.Column}{(value.Cell.Rule is { } rule ? $", {rule}" : "")})";
        }

        if (!isPresent && Unread(draft) is { Count: > 0 } unread)
            yield return $"Nicht gelesene Spalten: {string.Join(", ", unread)}";
    }

    private static string Counted(int count, string one, string many) =>
        $"{GermanFormat.Exact(count)} {(count == 1 ? one : many)}";

    private static List<string> Unread(ProfileDraft draft)
    {
        var layout = draft.Layout;
        HashSet<SampleColumn?> read = [layout.Product, layout.Name, layout.Account, layout.Kind, layout.Period,
            layout.PartOfYear, .. draft.Values.Select(value => value.Column)];
        return [.. layout.Table.Columns.Where(column => column.Cells.Count > 0 && !read.Contains(column)
                && draft.Values.All(value => value.Conditions.All(when => when.Column != column.Name)))
            .Select(column => column.Name)];
    }
}
