using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>The two example profiles of the catalogue, in code.</summary>
internal static class Profiles
{
    /// <summary>As <c>katalog-beispiel/2017/profile/freiburg-haushalt.yaml</c>.</summary>
    public static readonly ImportProfile Freiburg = new()
    {
        Name = "freiburg-haushalt",
        AppliesTo = "kaemmerei/*ergebnishaushalt*.csv",
        Encoding = "windows-1252",
        Separator = ';',
        DecimalMark = ',',
        ThousandsMark = "",
        HeaderLine = 1,
        ProductColumn = "Produkt",
        Values =
        [
            Value("Ergebnis 2015 (Erträge)", "ertraege", 2015, Scenario.Actual, 1),
            Value("Ergebnis 2015 (Aufwendungen)", "aufwendungen", 2015, Scenario.Actual, -1),
            Value("Ansatz 2016 (Erträge)", "ertraege", 2016, Scenario.Plan, 1),
            Value("Ansatz 2016 (Aufwendungen)", "aufwendungen", 2016, Scenario.Plan, -1),
            Value("Ansatz 2017 (Erträge)", "ertraege", 2017, Scenario.Plan, 1),
            Value("Ansatz 2017 (Aufwendungen)", "aufwendungen", 2017, Scenario.Plan, -1),
        ],
        Checks =
        [
            new RowCheck("Saldo 2015 = Erträge + Aufwendungen", "Ergebnis 2015 (Saldo/Zuschussbedarf/Erträge - Aufwendungen)",
                ["Ergebnis 2015 (Erträge)", "Ergebnis 2015 (Aufwendungen)"]),
            new RowCheck("Saldo 2017 = Erträge + Aufwendungen", "Ansatz (Saldo/Zuschussbedarf/Erträge - Aufwendungen)",
                ["Ansatz 2017 (Erträge)", "Ansatz 2017 (Aufwendungen)"]),
        ],
        UnknownProducts = UnknownProducts.Create,
        Creation = new ProductColumns("Produktbezeichnung", "Produktgruppe", "Produktgruppenbezeichnung", "Produktbereich",
            "Produktbereich Bezeichnung"),
    };

    /// <summary>As <c>katalog-beispiel/2026/profile/sachkonten-beispiel.yaml</c>.</summary>
    public static readonly ImportProfile Ledger = new()
    {
        Name = "sachkonten",
        AppliesTo = "kaemmerei/sachkonten-*.csv",
        ProductColumn = "Profitcenter",
        Values =
        [
            Value("Ist 2026", "ertraege", 2026, Scenario.Actual, -1) with { When = When("Kostenart", "4*") },
            Value("Ist 2026", "aufwendungen", 2026, Scenario.Actual, 1) with { When = When("Kostenart", "5*") },
        ],
        Ignored = [When("Kostenart", "9*")],
        TotalRow = When("Profitcenter", ""),
    };

    public static RowCondition When(string column, string pattern) => new([new ColumnPattern(column, [pattern])]);

    public static ProfileValue Value(string column, string figure, int year, Scenario scenario, decimal factor) =>
        new(column, FigureId.Of(figure), Period.OfYear(year), scenario, factor, null);
}
