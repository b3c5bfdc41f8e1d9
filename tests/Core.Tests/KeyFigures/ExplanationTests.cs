using Produktreport.Core.KeyFigures.Explaining;
using Produktreport.Core.Periods;
using static Produktreport.Tests.Support.County;

namespace Produktreport.Core.Tests.KeyFigures;

public class ExplanationTests
{
    [Fact]
    public void KeyFigure_IsExplainedDownToTheCell()
    {
        var calculator = Calculator(
            Year(2026, ProductOf("1111")), Value(At("1111", "ertraege"), Q(1), 6),
                Value(At("1111", "aufwendungen"), Q(1), 7203.4025m));
        var lines = Explanation.Of(
            "Ergebnis je 1.000 Einwohner, 1. Quartal 2026",
                calculator.Value(At("1111", "ergebnis_je_1000_ew"), Q(1), Scenario.Actual));
        Assert.Equal(
            """
            Ergebnis je 1.000 Einwohner, 1. Quartal 2026 = −56,0327170105
              Formel: Ergebnis ÷ Einwohner × 1.000
              Ergebnis = −7.197,4025
                Formel: Erträge − Aufwendungen
                Erträge = 6
                  geliefert: Datei buero-landrat/1.csv, Zeile 2, Spalte F: „6“
                Aufwendungen = 7.203,4025
                  geliefert: Datei buero-landrat/1.csv, Zeile 2, Spalte F: „7203.4025“
              Einwohner = 128.450
                Rahmendaten, Stichtag 30.06.2025, Quelle: Statistisches Landesamt
            """,
            string.Join('\n', lines));
    }

    [Fact]
    public void EachNumber_HasThePlacesOfItsFigure_AndReferenceFiguresAreExact()
    {
        var calculator = Calculator(
            Year(2026, ProductOf("1111")), Value(At("1111", "ertraege"), Q(1), 6),
                Value(At("1111", "aufwendungen"), Q(1), 7203.4025m));
        var lines = Explanation.Of(
            "Ergebnis je 1.000 Einwohner",
            calculator.Value(At("1111", "ergebnis_je_1000_ew"), Q(1), Scenario.Actual),
            decimals: 2,
            address => address.Figure.Text == "aufwendungen" ? 1 : 0);
        Assert.Equal(
            [
                "Ergebnis je 1.000 Einwohner = −56,03", "Ergebnis = −7.197", "Erträge = 6", "Aufwendungen = 7.203,4",
                "Einwohner = 128.450",
            ],
            lines.Where(line => line.Text.Contains(" = ", StringComparison.Ordinal)).Select(line => line.Text));
    }

    [Fact]
    public void UndefinedValue_IsExplainedByItsReason() =>
        Assert.Equal(
            "Stellen: kein Wert – nicht geliefert: 1. Quartal 2026",
            Assert.Single(
                Explanation.Of(
                    "Stellen", Calculator(Year(2026, ProductOf("1111"))).Value(At("1111", "stellen"), Q(1), Scenario.Actual)))
                        .ToString());
}
