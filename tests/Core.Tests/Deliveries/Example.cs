using System.Collections.Immutable;
using System.Text;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries;
using Produktreport.Core.Figures;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>A small county and short ways to send it files.</summary>
internal static class Example
{
    public static readonly DepartmentId Office = DepartmentId.Of("buero-landrat");
    public static readonly DepartmentId Treasury = DepartmentId.Of("kaemmerei");

    // Ergebnis is delivered here, by several names.
    public static readonly ImmutableArray<BaseFigure> StandardFigures =
    [
        .. County.Standard("1111").Select(figure =>
            figure.Formula is null ? figure : figure with { Formula = null, Synonyms = ["Saldo", "Zuschussbedarf"] }),
    ];

    public static readonly ImmutableArray<KeyFigure> StandardKeyFigures = [County.ResultPerThousand("1111")];

    public static readonly Catalogue Catalogue2026 = County.Year(
        2026,
        Product("0117", "Sicherheit", Treasury),
        Product("1111", "Büro Landrat", Office,
            Service("11112", "Bürgersprechstunde", Figure("sprechstunden", "Anzahl Bürgersprechstunden (Stunden)", "h"),
                Figure("zufriedenheit", "Zufriedenheit") with { Minimum = 1, Maximum = 6, RollUp = RollUpRule.Mean }),
            Service("11114", "Repräsentation", Figure("veranstaltungen", "Anzahl Veranstaltungen / Ehrungen"),
                Figure("partnerschaften", "Anzahl Partnerschaften") with { RollUp = RollUpRule.PointInTime }))) with
    {
        Departments =
        [
            new Department(Office, "Büro Landrat", null, false, []),
            new Department(Treasury, "Kämmerei", null, true, []),
        ],
        Standard = new StandardFigures(StandardFigures, StandardKeyFigures),
    };

    public static readonly CatalogueSet Catalogues = CatalogueSet.Of(Catalogue2026);

    public static BaseFigure Figure(string id, string name, string unit = "") => County.Base(id, name: name) with { Unit = unit };

    public static Product Product(string number, string name, DepartmentId department, params IEnumerable<Service> services) =>
        County.ProductOf(number, services) with
        {
            Name = name,
            Department = department,
            BaseFigures = StandardFigures,
            KeyFigures = StandardKeyFigures,
        };

    /// <summary>Every text is split on another core, however short.</summary>
    public static ReadingLimits Ahead { get; } = ReadingLimits.Default with { ReadAheadBytes = 0 };

    public static DeliveryStamp Stamp(string file = "buero-landrat/2026-q3.csv") => new(
        file, DepartmentId.Of(file.Split('/')[0]), new string('a', 64), new DateTimeOffset(2026, 10, 5, 8, 30, 0, TimeSpan.Zero));

    public static CatalogueSet With(params ImmutableArray<ImportProfile> profiles) =>
        CatalogueSet.Of(Catalogue2026 with { Profiles = profiles });

    public static DeliveryResult Read(string text, string file = "buero-landrat/2026-q3.csv", CatalogueSet? catalogues = null,
        FigureSet? earlier = null) =>
        Read(Encoding.UTF8.GetBytes(text), file, catalogues, earlier);

    public static DeliveryResult Read(
        byte[] bytes, string file = "buero-landrat/2026-q3.csv", CatalogueSet? catalogues = null, FigureSet? earlier = null,
        ReadingLimits? limits = null) =>
        DeliveryReader.Read(
            Stamp(file), new MemoryStream(bytes), catalogues ?? Catalogues, limits ?? ReadingLimits.Default,
            TestContext.Current.CancellationToken)
            .Judge(earlier ?? FigureSet.Empty);

    /// <summary>
    /// One long row with this value, for Erträge of 1111 in the third quarter, beside evidence for the German format.
    /// </summary>
    public static DeliveryResult ReadCell(string cell, string figure = "ertraege") =>
        Read($"Produkt;Grundzahl;Periode;Wert\r\n1111;{figure};2026-Q3;{cell}\r\n1111;aufwendungen;2026-Q1;1.234,56\r\n");

    public static decimal? ValueOf(DeliveryResult result, string figure = "ertraege", string period = "2026-Q3",
        string level = "1111")
    {
        var values = result.Delivery?.Values ?? throw new InvalidOperationException(Texts(result));
        return values.Single(value => value.Address.Figure.Text == figure && value.Period.ToString() == period
            && value.Address.Level.Text == level).Value;
    }

    public static Core.Findings.Finding Finding(DeliveryResult result, string code) =>
        result.Receipt.Findings.FirstOrDefault(finding => finding.Code == code)
        ?? throw new InvalidOperationException($"No {code}, but:\n{Texts(result)}");

    public static string Texts(DeliveryResult result) =>
        string.Join('\n',
            result.Receipt.Findings.Select(finding =>
            $"{finding.Code} {finding.Severity} {finding.Line} {finding.Column}: {finding.Text}"));

    private static Service Service(string number, string name, params IEnumerable<BaseFigure> figures) =>
        County.Service(number, name) with { BaseFigures = [.. StandardFigures, .. figures] };
}
