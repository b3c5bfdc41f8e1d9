using Produktreport.Core.Findings;
using Produktreport.Core.German;

namespace Produktreport.Core.Catalogues.Findings;

/// <content>Formulas.</content>
public static partial class CatalogueFindings
{
    internal static Finding FormulaSyntax(FormulaSite site, int position, string expected) => Error("PR-2080", site.Place,
        $"Die Formel von {site.Name} ist ab Zeichen {position} nicht zu lesen: {site.Text}. Erwartet wird dort {expected}.",
        site.Text, expected);

    internal static Finding FormulaDecimalComma(FormulaSite site, string number) => Error("PR-2081", site.Place,
        $"Die Formel von {site.Name} enthält „{number}“. Formeln schreiben Dezimalzahlen mit Punkt ({number.Replace(',', '.')}); "
        + $"ein Komma trennt Werte und braucht danach ein Leerzeichen ({number.Replace(",", ", ", StringComparison.Ordinal)}).",
        number, number.Replace(',', '.'));

    internal static Finding FormulaTooComplex(FormulaSite site, int length, int depth) => Error("PR-2082", site.Place,
        $"Die Formel von {site.Name} ist zu lang oder zu tief verschachtelt (erlaubt: {length} Zeichen, {depth} Klammerebenen). "
        + "Bitte Zwischenschritte als eigene Zahlen anlegen.", expected: $"höchstens {length} Zeichen und {depth} Klammerebenen");

    internal static Finding FormulaUnknownName(
        FormulaSite site, string name, IReadOnlyList<string> known) => Error("PR-2083", site.Place,
        $"Die Formel von {site.Name} verwendet „{name}“; das gibt es dort nicht.{SpellingSuggestion.Sentence(name, known)}",
        name, string.Join(", ", known));

    internal static Finding FormulaUnknownService(
        FormulaSite site, string number, IReadOnlyList<string> known) => Error("PR-2084", site.Place,
        $"Die Formel von {site.Name} verwendet die Leistung „{number}“, die es in diesem Produkt nicht gibt. Bitte die Nummer "
        + "berichtigen.", number, string.Join(", ", known.Prepend("produkt")));

    internal static Finding FormulaServicesOutsideSum(FormulaSite site, string name) => Error("PR-2085", site.Place,
        $"Die Formel von {site.Name} verwendet „{name}“ allein. Gemeint ist wohl summe({name}); für eine einzelne Leistung steht "
        + "ihre Nummer davor, zum Beispiel 11112.x.", name, $"summe({name})");

    internal static Finding FormulaServicesInStandard(FormulaSite site) => Error("PR-2086", site.Place,
        $"Die Formel von {site.Name} gilt auch für Leistungen und kann deshalb nicht über Leistungen summieren. Bitte sie in die "
        + "Produkte schreiben, die sie brauchen.", site.Text, "Namen derselben Ebene, produkt.x und Rahmendaten");

    internal static Finding FormulaUnknownFunction(FormulaSite site, string function) => Error("PR-2087", site.Place,
        $"Die Formel von {site.Name} verwendet „{function}(…)“; diese Funktion gibt es "
        + $"nicht.{SpellingSuggestion.Sentence(function, ["min", "max", "abs", "summe"])} Bekannt sind min, max, abs und summe.",
        function, "min, max, abs oder summe");

    internal static Finding FormulaArguments(FormulaSite site, string function, string expected) => Error("PR-2088", site.Place,
        $"In der Formel von {site.Name} braucht {function} {expected}.", site.Text, expected);

    internal static Finding FormulaDividesByZero(FormulaSite site) => Error("PR-2089", site.Place,
        $"Die Formel von {site.Name} teilt durch 0. Bitte den Nenner berichtigen.", site.Text, "ein Nenner ungleich 0");

    internal static Finding FormulaUnits(
        FormulaSite site, string operation, string first, string second) => Error("PR-2090", site.Place,
        $"Die Formel von {site.Name} verbindet mit {operation} verschiedene Einheiten: {first} und {second}. Bitte nur Gleiches "
        + "zusammenzählen oder vergleichen, sonst vorher umrechnen.", $"{first}; {second}", "gleiche Einheiten");

    internal static Finding FormulaResultUnit(FormulaSite site, string declared, string computed) => Error("PR-2091", site.Place,
        $"{site.Name} ist mit der Einheit {declared} angegeben, die Formel ergibt aber {computed}. Bitte Einheit oder Formel "
        + "berichtigen.", declared, computed);

    internal static Finding FormulaCycle(FormulaSite site, string cycle) => Error("PR-2092", site.Place,
        $"Die Formeln drehen sich im Kreis: {cycle}. Bitte eine davon so ändern, dass sie die anderen nicht braucht.",
        cycle, "Formeln ohne Kreis");

    internal static Finding FormulaChain(FormulaSite site, int limit) => Error("PR-2093", site.Place,
        $"Die Formel von {site.Name} baut über mehr als {limit} Stufen auf anderen Formeln auf. Bitte vereinfachen.",
        site.Text, $"höchstens {limit} Stufen");
}
