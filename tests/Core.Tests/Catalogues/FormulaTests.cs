using System.Globalization;
using CsCheck;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Reading;

namespace Produktreport.Core.Tests.Catalogues;

/// <summary>Formulas: what they mean, and what is said where they mean nothing.</summary>
public sealed class FormulaTests
{
    private const string Figures = """
        grundzahlen:
          - {id: geld, bezeichnung: Geld, einheit: €, jahreswert: summe}
          - {id: tausend, bezeichnung: Geld in Tausend, einheit: T€, jahreswert: summe}
          - {id: zeit, bezeichnung: Zeit, einheit: h, jahreswert: summe}
          - {id: stellen, bezeichnung: Stellen, einheit: Stellen, jahreswert: mittelwert}
          - {id: anzahl, bezeichnung: Anzahl, jahreswert: summe}
        leistungen:
          - nummer: "11112"
            bezeichnung: Leistung
            art: extern
            grundzahlen:
              - {id: zeit, bezeichnung: Zeit, einheit: h, jahreswert: summe}
              - {id: nur_hier, bezeichnung: Nur hier, jahreswert: summe}
        kennzahlen:

        """;

    public static TheoryData<string, string> Faults => new()
    {
        { "geld +", "Die Formel von „1111.k“ ist ab Zeichen 7 nicht zu lesen: geld +. Erwartet wird dort ein Wert." },
        { "geld zeit",
            "Die Formel von „1111.k“ ist ab Zeichen 5 nicht zu lesen: geld zeit. Erwartet wird dort ein Rechenzeichen (+ - * /) "
                + "oder das Ende." },
        { "(geld", "Die Formel von „1111.k“ ist ab Zeichen 6 nicht zu lesen: (geld. Erwartet wird dort „)“." },
        { "min(geld, geld",
            "Die Formel von „1111.k“ ist ab Zeichen 15 nicht zu lesen: min(geld, geld. Erwartet wird dort „)“ oder „,“." },
        { "geld * 1,5",
            "Die Formel von „1111.k“ enthält „1,5“. Formeln schreiben Dezimalzahlen mit Punkt (1.5); ein Komma trennt Werte und "
                + "braucht danach ein Leerzeichen (1, 5)." },
        { new string('(', 21) + "geld" + new string(')', 21),
            "Die Formel von „1111.k“ ist zu lang oder zu tief verschachtelt (erlaubt: 1000 Zeichen, 20 Klammerebenen). Bitte "
                + "Zwischenschritte als eigene Zahlen anlegen." },
        { "gelt / anzahl", "Die Formel von „1111.k“ verwendet „gelt“; das gibt es dort nicht. Meinten Sie „geld“?" },
        { "nur_hier * 2", "Die Formel von „1111.k“ verwendet „nur_hier“; das gibt es dort nicht." },
        { "11112.nurhier * 2",
            "Die Formel von „1111.k“ verwendet „11112.nurhier“; das gibt es dort nicht. Meinten Sie „11112.nur_hier“?" },
        { "11113.zeit",
            "Die Formel von „1111.k“ verwendet die Leistung „11113“, die es in diesem Produkt nicht gibt. Bitte die Nummer "
                + "berichtigen." },
        { "leistungen.zeit",
            "Die Formel von „1111.k“ verwendet „leistungen.zeit“ allein. Gemeint ist wohl summe(leistungen.zeit); für eine "
                + "einzelne Leistung steht ihre Nummer davor, zum Beispiel 11112.x." },
        { "summe(leistungen.geld)",
            "Die Formel von „1111.k“ verwendet „leistungen.geld“; das gibt es dort nicht. Meinten Sie „leistungen.zeit“?" },
        { "summe(geld)", "In der Formel von „1111.k“ braucht summe genau einen Wert der Form leistungen.kurzname." },
        { "mni(geld, 2)",
            "Die Formel von „1111.k“ verwendet „mni(…)“; diese Funktion gibt es nicht. Meinten Sie „min“? Bekannt sind min, "
                + "max, abs und summe." },
        { "min(geld)", "In der Formel von „1111.k“ braucht min mindestens zwei Werte." },
        { "abs(geld, zeit)", "In der Formel von „1111.k“ braucht abs genau einen Wert." },
        { "geld / 0", "Die Formel von „1111.k“ teilt durch 0. Bitte den Nenner berichtigen." },
        { "geld + zeit",
            "Die Formel von „1111.k“ verbindet mit + verschiedene Einheiten: € und h. Bitte nur Gleiches zusammenzählen oder "
                + "vergleichen, sonst vorher umrechnen." },
        { "geld + tausend",
            "Die Formel von „1111.k“ verbindet mit + verschiedene Einheiten: € und T€. Bitte nur Gleiches zusammenzählen oder "
                + "vergleichen, sonst vorher umrechnen." },
        { "max(geld, geld / stellen)",
            "Die Formel von „1111.k“ verbindet mit max verschiedene Einheiten: € und € / Stellen. Bitte nur Gleiches "
                + "zusammenzählen oder vergleichen, sonst vorher umrechnen." },
        { "geld - anzahl",
            "Die Formel von „1111.k“ verbindet mit - verschiedene Einheiten: € und eine Anzahl ohne Einheit. Bitte nur Gleiches "
                + "zusammenzählen oder vergleichen, sonst vorher umrechnen." },
        { "zeit", "„1111.k“ ist mit der Einheit € angegeben, die Formel ergibt aber h. Bitte Einheit oder Formel berichtigen." },
        { "tausend",
            "„1111.k“ ist mit der Einheit € angegeben, die Formel ergibt aber T€. Bitte Einheit oder Formel berichtigen." },
        { "k + geld",
            "Die Formeln drehen sich im Kreis: k → k. Bitte eine davon so ändern, dass sie die anderen nicht braucht." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void FaultyFormula_SaysWhatToDo(string formula, string text)
    {
        var finding = Assert.Single(Read(formula).Findings);
        Assert.Equal((text, "2026/produkte/1111.yaml", 18), (finding.Text, finding.File, finding.Line));
    }

    [Theory]
    [InlineData("geld / stellen")]
    [InlineData("geld / einwohner * 1000")]
    [InlineData("geld + 100 - tausend * 1000")]
    [InlineData("zeit * 35.5")]
    [InlineData("summe(leistungen.zeit) * 2 + 11112.zeit * 3 + produkt.zeit * 1")]
    [InlineData("-(geld - -geld) / abs(geld) * 100")]
    [InlineData("min(geld, max(0, 1, geld))")]
    [InlineData("geld * (anzahl / (anzahl + 1))")]
    [InlineData("'11112'.nur_hier * 5")]
    [InlineData("5")]
    public void SoundFormula_IsTaken(string formula)
    {
        var reading = Read(formula);
        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void CycleAcrossLevels_NamesItsFigures()
    {
        var reading = Katalog.Read(product: Katalog.Product + """
            grundzahlen: [{id: a, bezeichnung: A, jahreswert: summe, formel: 11112.b}]
            leistungen:
              - nummer: "11112"
                bezeichnung: L
                art: extern
                grundzahlen: [{id: b, bezeichnung: B, jahreswert: summe, formel: produkt.a * 2}]
            """);
        Assert.Equal(
            "Die Formeln drehen sich im Kreis: 1111.a → 11112.b → 1111.a. Bitte eine davon so ändern, dass sie die anderen "
                + "nicht braucht.",
            Assert.Single(reading.Findings).Text);
    }

    [Fact]
    public void ServiceShareOfTheProductsSumOfServices_IsACycleToo()
    {
        var reading = Katalog.Read(product: Katalog.Product + """
            grundzahlen: [{id: a, bezeichnung: A, jahreswert: summe}]
            leistungen:
              - nummer: "11112"
                bezeichnung: L
                art: extern
                grundzahlen: [{id: a, bezeichnung: A, jahreswert: summe, formel: produkt.a / 2}]
            """);
        Assert.Contains("1111.a → 11112.a → 1111.a", Assert.Single(reading.Findings).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void FormulasOnFormulas_HaveABoundedDepth()
    {
        static string Chain(int steps) => "grundzahlen: [{id: f0, bezeichnung: F0, jahreswert: summe}]\nkennzahlen:\n"
            + string.Concat(
                Enumerable.Range(1, steps)
                    .Select(number => $"  - {{id: f{number}, bezeichnung: F{number}, formel: f{number - 1} + 1}}\n"));
        Assert.Empty(Katalog.Read(product: Katalog.Product + Chain(FormulaDepth)).Findings);
        Assert.Equal(
            "Die Formel von „1111.f51“ baut über mehr als 50 Stufen auf anderen Formeln auf. Bitte vereinfachen.",
            Assert.Single(Katalog.Read(product: Katalog.Product + Chain(FormulaDepth + 9)).Findings).Text);
    }

    private const int FormulaDepth = 50;

    [Fact]
    public void FaultyStandardFormula_IsReportedOnce_HoweverManyLevelsThereAre()
    {
        const string standard =
            "standard:\n  kennzahlen:\n    - {id: k, bezeichnung: K, formel: gibtesnicht}\n    - {id: s, bezeichnung: S, "
                + "formel: summe(leistungen.k)}\n";
        var reading = Katalog.Read(
            Katalog.Frame + standard, Katalog.Product + "leistungen: [{nummer: \"11111\", bezeichnung: L, art: intern}]\n");
        Assert.Equal(
            [
                "Die Formel von „k“ im Standard verwendet „gibtesnicht“; das gibt es dort nicht.",
                "Die Formel von „s“ im Standard gilt auch für Leistungen und kann deshalb nicht über Leistungen summieren. "
                    + "Bitte sie in die Produkte schreiben, die sie brauchen.",
            ],
            reading.Findings.Select(finding => finding.Text));
    }

    [Fact]
    public void Formula_MeansWhatArithmeticSays() =>
        Expressions(3).Sample(
            pair =>
            {
                var reading = Read(pair.Text);
                Assert.Empty(reading.Findings);
                var formula = reading.Catalogues.ByYear[2026].Products[0].KeyFigures[0].Formula!;
                Assert.Equal(pair.Value, Evaluate(formula.Root));
            },
            iter: 300);

    /// <summary>
    /// Expressions of small numbers written with no more parentheses than needed, and their value computed while writing.
    /// </summary>
    private static Gen<(string Text, decimal Value, int Strength)> Expressions(int depth)
    {
        var number = Gen.Int[1, 9].Select(n => (n.ToString(CultureInfo.InvariantCulture), (decimal)n, 3));
        if (depth == 0)
            return number;
        var inner = Expressions(depth - 1);
        var sums = Gen.Select(inner, inner, Gen.Bool).Select((left, right, plus) =>
            ($"{left.Text} {(plus ? '+' : '-')} {Wrap(right, 2)}", plus ? left.Value + right.Value : left.Value - right.Value,
                1));
        var products = Gen.Select(inner, inner, Gen.Bool).Select((left, right, times) =>
            times || right.Value == 0
                ? ($"{Wrap(left, 2)} * {Wrap(right, 3)}", left.Value * right.Value, 2)
                : ($"{Wrap(left, 2)}/{Wrap(right, 3)}", left.Value / right.Value, 2));
        var signs = inner.Select(operand => ($"-{Wrap(operand, 3)}", -operand.Value, 3));
        var calls = Gen.Select(inner, inner, Gen.Bool).Select((left, right, least) =>
            ($"{(least ? "min" : "max")}({left.Text}, {right.Text})", least ? Math.Min(left.Value, right.Value)
                : Math.Max(left.Value, right.Value), 3));
        return Gen.OneOf(number, sums, products, signs, calls);
    }

    private static string Wrap((string Text, decimal Value, int Strength) operand, int least) =>
        operand.Strength < least ? $"({operand.Text})" : operand.Text;

    private static decimal Evaluate(Term term) => term switch
    {
        Term.Constant constant => constant.Value,
        Term.Negation negation => -Evaluate(negation.Operand),
        Term.Operation { Operator: Operator.Plus } o => Evaluate(o.Left) + Evaluate(o.Right),
        Term.Operation { Operator: Operator.Minus } o => Evaluate(o.Left) - Evaluate(o.Right),
        Term.Operation { Operator: Operator.Times } o => Evaluate(o.Left) * Evaluate(o.Right),
        Term.Operation o => Evaluate(o.Left) / Evaluate(o.Right),
        Term.Call { Function: Function.Minimum } call => call.Arguments.Min(Evaluate),
        Term.Call { Function: Function.Maximum } call => call.Arguments.Max(Evaluate),
        _ => throw new InvalidOperationException(term.ToString()),
    };

    private static CatalogueReading Read(string formula) =>
        Katalog.Read(product: Katalog.Product + Figures + $"  - {{id: k, bezeichnung: K, einheit: €, formel: \"{formula}\"}}\n");
}
