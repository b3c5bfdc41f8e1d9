using Produktreport.Core.Findings;
using Produktreport.Core.German;

namespace Produktreport.Core.Catalogues.Findings;

/// <content>Formulas.</content>
public static partial class CatalogueFindings
{
    /// <summary>The text is not a formula.</summary>
    public static Finding FormulaSyntax(FormulaSite site, int position, string expected) =>
        Error("PR-2080", site.Place,
            $"Die Formel von {site.Name} ist ab Zeichen {position} nicht zu lesen: {site.Text}. Erwartet wird dort {expected}.",
                site.Text, expected);

    /// <summary>A decimal comma in a formula.</summary>
    public static Finding FormulaDecimalComma(FormulaSite site, string number) =>
        Error("PR-2081", site.Place,
            $"Die Formel von {site.Name} enthält „{number}“. Formeln schreiben Dezimalzahlen mit Punkt "
                + $"({number.Replace(',', '.')}); ein Komma trennt Werte und braucht danach ein Leerzeichen "
                    + $"({number.Replace(",", ", ", StringComparison.Ordinal)}).", number, number.Replace(',', '.'));

    /// <summary>A formula beyond the limits.</summary>
    public static Finding FormulaTooComplex(FormulaSite site, int length, int depth) =>
        Error("PR-2082", site.Place,
            $"Die Formel von {site.Name} ist zu lang oder zu tief verschachtelt (erlaubt: {length} Zeichen, {depth} "
                + "Klammerebenen). Bitte Zwischenschritte als eigene Zahlen anlegen.", null,
                    $"höchstens {length} Zeichen und {depth} Klammerebenen");

    /// <summary>A name that means nothing here.</summary>
    public static Finding FormulaUnknownName(FormulaSite site, string name, IReadOnlyList<string> known) =>
        Error("PR-2083", site.Place,
            $"Die Formel von {site.Name} verwendet „{name}“; das gibt es dort nicht.{SpellingSuggestion.Sentence(name, known)}",
                name, string.Join(", ", known));

    /// <summary>A service the product does not have.</summary>
    public static Finding FormulaUnknownService(FormulaSite site, string number, IReadOnlyList<string> known) =>
        Error("PR-2084", site.Place,
            $"Die Formel von {site.Name} verwendet die Leistung „{number}“, die es in diesem Produkt nicht gibt. Bitte die "
                + "Nummer berichtigen.", number, string.Join(", ", known.Prepend("produkt")));

    /// <summary>leistungen.x outside summe.</summary>
    public static Finding FormulaServicesOutsideSum(FormulaSite site, string name) =>
        Error("PR-2085", site.Place,
            $"Die Formel von {site.Name} verwendet „{name}“ allein. Gemeint ist wohl summe({name}); für eine einzelne Leistung "
                + "steht ihre Nummer davor, zum Beispiel 11112.x.", name, $"summe({name})");

    /// <summary>A standard formula that sums services.</summary>
    public static Finding FormulaServicesInStandard(FormulaSite site) =>
        Error("PR-2086", site.Place,
            $"Die Formel von {site.Name} gilt auch für Leistungen und kann deshalb nicht über Leistungen summieren. Bitte sie "
                + "in die Produkte schreiben, die sie brauchen.", site.Text, "Namen derselben Ebene, produkt.x und Rahmendaten");

    /// <summary>An unknown function.</summary>
    public static Finding FormulaUnknownFunction(FormulaSite site, string function) =>
        Error("PR-2087", site.Place,
            $"Die Formel von {site.Name} verwendet „{function}(…)“; diese Funktion gibt es "
                + $"nicht.{SpellingSuggestion.Sentence(function, ["min", "max", "abs", "summe"])} Bekannt sind min, max, abs "
                    + "und summe.", function, "min, max, abs oder summe");

    /// <summary>A function with the wrong arguments.</summary>
    public static Finding FormulaArguments(FormulaSite site, string function, string expected) =>
        Error("PR-2088", site.Place, $"In der Formel von {site.Name} braucht {function} {expected}.", site.Text, expected);

    /// <summary>A division by a written zero.</summary>
    public static Finding FormulaDividesByZero(FormulaSite site) =>
        Error("PR-2089", site.Place, $"Die Formel von {site.Name} teilt durch 0. Bitte den Nenner berichtigen.", site.Text,
            "ein Nenner ungleich 0");

    /// <summary>Unlike units added or compared.</summary>
    public static Finding FormulaUnits(FormulaSite site, string operation, string first, string second) =>
        Error("PR-2090", site.Place,
            $"Die Formel von {site.Name} verbindet mit {operation} verschiedene Einheiten: {first} und {second}. Bitte nur "
                + "Gleiches zusammenzählen oder vergleichen, sonst vorher umrechnen.", $"{first}; {second}", "gleiche Einheiten");

    /// <summary>The declared unit is of another kind than the result.</summary>
    public static Finding FormulaResultUnit(FormulaSite site, string declared, string computed) =>
        Error("PR-2091", site.Place,
            $"{site.Name} ist mit der Einheit {declared} angegeben, die Formel ergibt aber {computed}. Bitte Einheit oder "
                + "Formel berichtigen.", declared, computed);

    /// <summary>Formulas that need each other.</summary>
    public static Finding FormulaCycle(FormulaSite site, string cycle) =>
        Error("PR-2092", site.Place,
            $"Die Formeln drehen sich im Kreis: {cycle}. Bitte eine davon so ändern, dass sie die anderen nicht braucht.", cycle,
                "Formeln ohne Kreis");

    /// <summary>Formulas that build on each other too deeply.</summary>
    public static Finding FormulaChain(FormulaSite site, int limit) =>
        Error("PR-2093", site.Place,
            $"Die Formel von {site.Name} baut über mehr als {limit} Stufen auf anderen Formeln auf. Bitte vereinfachen.",
                site.Text, $"höchstens {limit} Stufen");
}
