using Produktreport.Core.Figures;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>What explains an amount, and what says why it was corrected.</summary>
public sealed class RemarkTests
{
    /// <summary>Bemerkung, Korrekturgrund; explanation, reason, finding.</summary>
    public static TheoryData<string, string, string?, string?, string?> Remarks { get; } = new()
    {
        { "", "", null, null, null },
        { "Rohrbruch im Juni", "", "Rohrbruch im Juni", null, null },
        { "", "Tippfehler in der Lieferung vom 3.7.", null, "Tippfehler in der Lieferung vom 3.7.", null },
        { "Rohrbruch im Juni", "Zahlendreher", "Rohrbruch im Juni", "Zahlendreher", null },

        // What says itself that it is a reason.
        { "Korrektur: 18.400 € waren doppelt gebucht", "", null, "18.400 € waren doppelt gebucht", "PR-1723" },
        { "Grund der Korrektur: Rechnung fehlte", "", null, "Rechnung fehlte", "PR-1723" },
        { "korrekturgrund : Rechnung fehlte", "", null, "Rechnung fehlte", "PR-1723" },
        { "Berichtigung: Rechnung fehlte", "", null, "Rechnung fehlte", "PR-1723" },
        { "Nachholende Kundschaft bis Juni. Korrektur: Zahlendreher (34,6 statt 36,4).", "", "Nachholende Kundschaft bis Juni.",
            "Zahlendreher (34,6 statt 36,4).", "PR-1723" },
        { "Mehr Anträge; Korrektur: Zahlendreher", "", "Mehr Anträge", "Zahlendreher", "PR-1723" },

        // One sentence that speaks of nothing but a slip.
        { "Tippfehler in der Lieferung vom 3.7.", "", null, "Tippfehler in der Lieferung vom 3.7.", "PR-1723" },
        { "Das war ein Zahlendreher (34,6 statt 36,4).", "", null, "Das war ein Zahlendreher (34,6 statt 36,4).", "PR-1723" },
        { "Wegen eines Übertragungsfehlers im Juli", "", null, "Wegen eines Übertragungsfehlers im Juli", "PR-1723" },
        { "Falsch gemeldet am 3. Juli", "", null, "Falsch gemeldet am 3. Juli", "PR-1723" },
        { "Korrektur der Lieferung vom 14.07.", "", null, "Korrektur der Lieferung vom 14.07.", "PR-1723" },
        { "Korrektur", "", null, "Korrektur", "PR-1723" },
        { "Formelfehler in Excel", "", null, "Formelfehler in Excel", "PR-1723" },
        { "Falsches Vorzeichen", "", null, "Falsches Vorzeichen", "PR-1723" },
        { "Werte waren vertauscht", "", null, "Werte waren vertauscht", "PR-1723" },
        { "Korrigiert am 05.11.2026", "", null, "Korrigiert am 05.11.2026", "PR-1723" },
        { "Nachmeldung", "", null, "Nachmeldung", "PR-1723" },
        { "Korrektur wegen Nachbuchung", "", null, "Korrektur wegen Nachbuchung", "PR-1723" },

        // A slip in passing: asked about.
        { "Tippfehler im Juli; außerdem Rohrbruch", "", "Tippfehler im Juli; außerdem Rohrbruch", null, "PR-1724" },
        { "Tippfehler im Juli. Rohrbruch im Juni.", "", "Tippfehler im Juli. Rohrbruch im Juni.", null, "PR-1724" },
        { "Mehraufwand durch Eingabefehler des Rechenzentrums", "", "Mehraufwand durch Eingabefehler des Rechenzentrums", null,
            "PR-1724" },

        // What only sounds like it explains the amount.
        { "Korrektur der Abschreibungen um 12 T€ nach Prüfung", "", "Korrektur der Abschreibungen um 12 T€ nach Prüfung", null,
            null },
        { "Weniger Korrekturen an Bescheiden", "", "Weniger Korrekturen an Bescheiden", null, null },
        { "Korrektur der Gebühren ab 1.7.", "", "Korrektur der Gebühren ab 1.7.", null, null },
        { "Nachmeldung der Gemeinden im Juni", "", "Nachmeldung der Gemeinden im Juni", null, null },
        { "Rechnung doppelt gebucht", "", "Rechnung doppelt gebucht", null, null },
        { "Fehlerhafte Messgeräte getauscht", "", "Fehlerhafte Messgeräte getauscht", null, null },

        // Who says which is which is believed.
        { "Erläuterung: Tippfehler im Bescheid des Landes", "", "Tippfehler im Bescheid des Landes", null, null },
        { "Tippfehler im Bescheid des Landes", "Rechnung fehlte", "Tippfehler im Bescheid des Landes", "Rechnung fehlte", null },
    };

    [Theory]
    [MemberData(nameof(Remarks))]
    public void RemarkAndReason_AreToldApart(string remark, string reason, string? explanation, string? correction, string? code)
    {
        var result = Example.Read("Produkt;Grundzahl;Periode;Wert;Bemerkung;Korrekturgrund\n"
            + $"1111;ertraege;2026-Q3;5;\"{remark}\";\"{reason}\"\n");
        var value = Assert.Single(result.Delivery!.Values);
        Assert.Equal((explanation, correction), (value.Remark, value.Reason));
        Assert.Equal(code is null ? [] : [code],
            result.Receipt.Findings.Select(finding => finding.Code).Where(found => found != "PR-1727"));
    }

    [Theory]
    [InlineData("Korrekturgrund")]
    [InlineData("KORREKTURGRUND")]
    [InlineData("Grund der Korrektur")]
    [InlineData("Korrekturhinweis")]
    [InlineData("Änderungsgrund")]
    [InlineData("Grund der Änderung")]
    [InlineData("Grund der Berichtigung")]
    public void TheColumnOfTheReason_HasTheNamesPeopleGiveIt(string header) =>
        Assert.Equal(("Umzug", "Zahlendreher"),
            Assert.Single(Example.Read(
                $"Produkt;Grundzahl;Periode;Wert;{header};Bemerkung\n1111;ertraege;2026-Q3;5;Zahlendreher;Umzug\n")
                .Delivery!.Values) is var value ? (value.Remark, value.Reason) : default);

    [Theory]
    [InlineData("–", true)]
    [InlineData("-", true)]
    [InlineData("---", true)]
    [InlineData("entfällt", true)]
    [InlineData("Entfällt.", true)]
    [InlineData("ENTFALLEN", true)]
    [InlineData("keine", true)]
    [InlineData("keine Bemerkung", true)]
    [InlineData("keine Erläuterung", true)]
    [InlineData("gelöscht", true)]
    [InlineData("entfällt ab Juli", false)]
    [InlineData("keine Termine im August", false)]
    [InlineData("- Umzug", false)]
    [InlineData("k.A.", false)]
    public void WordsAloneTakeAnExplanationBack(string text, bool isWithdrawal)
    {
        var known = Known("a.csv", 1, "5", "Umzug").With(Known("b.csv", 2, "5", text).Values);
        var explanation = Assert.Single(known.Values).Explanation?.Text;
        Assert.Equal(isWithdrawal ? null : text, explanation);
    }

    /// <summary>Deliveries in their order, value and Bemerkung each; the value and explanation that count.</summary>
    [Theory]
    [InlineData("5=Umzug", "5", "Umzug")]
    [InlineData("5=Umzug 6=", "6", "Umzug")]
    [InlineData("5=Umzug 6=Rohrbruch", "6", "Rohrbruch")]
    [InlineData("5=Umzug 6=entfällt", "6", null)]
    [InlineData("5=Umzug 6=entfällt 7=", "7", null)]
    [InlineData("5=Umzug 6=– 7=Rohrbruch", "7", "Rohrbruch")]
    [InlineData("5=Umzug 6= 7= 8=", "8", "Umzug")]
    [InlineData("5= 6=", "6", null)]
    [InlineData("5=entfällt 6=", "6", null)]
    [InlineData("5=Umzug k.A.=", null, "Umzug")]
    public void ABlankRemark_LeavesTheExplanationBefore_InWhateverOrderDeliveriesAreRead(
        string deliveries, string? value, string? explanation)
    {
        var sets = deliveries.Split(' ').Select((delivery, at) =>
            Known($"{at}.csv", at + 1, delivery.Split('=')[0], delivery.Split('=')[1])).ToList();
        foreach (var order in (List<FigureSet>[])[sets, [.. sets.AsEnumerable().Reverse()], [.. sets[1..], sets[0]]])
        {
            var stored = Assert.Single(order.Aggregate(FigureSet.Empty, (all, set) => all.With(set.Values)).Values);
            Assert.Equal((value is null ? null : (decimal?)decimal.Parse(value), explanation),
                (stored.Delivered.Value, stored.Explanation?.Text));
        }
    }

    /// <summary>What a delivery says of an explanation known before.</summary>
    [Theory]
    [InlineData("6", "", "PR-1729", "„Umzug“ Gilt sie nicht mehr, schreiben Sie „entfällt“")]
    [InlineData("5", "", null, null)]
    [InlineData("6", "Umzug", null, null)]
    [InlineData("6", "Rohrbruch", "PR-1725", "zu 1111 ertraege (3. Quartal 2026, Ist) (Zeile 2, Spalte D) ist eine andere")]
    [InlineData("5", "entfällt", "PR-1726", "Nicht mehr gedruckt wird: „Umzug“.")]
    [InlineData("5", "–", "PR-1726", "Die Erläuterung zu 1111 ertraege (3. Quartal 2026, Ist) entfällt")]
    public void TheReceipt_NamesExplanationsThatGo_AndThoseThatStayBesideAnotherValue(
        string value, string remark, string? code, string? words)
    {
        var findings = Example.Read(Text(value, remark), earlier: Known("a.csv", 1, "5", "Umzug")).Receipt.Findings;
        Assert.Equal(code is null ? [] : [code], findings.Select(finding => finding.Code));
        if (words is not null)
            Assert.Contains(words, findings[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AnExplanationOfSeveralPeriods_IsNamedOnce_WithAllOfThem()
    {
        const string Header = "Produkt;Grundzahl;Q1 2026;Q2 2026;Bemerkung\n";
        var earlier = FigureSet.Empty.With(Example.Read(Header + "1111;ertraege;1;2;Umzug\n").Delivery!);
        var finding = Assert.Single(Example.Read(Header + "1111;ertraege;1;2;Rohrbruch\n", earlier: earlier).Receipt.Findings);
        Assert.Contains("zu 1111 ertraege (1. Quartal 2026 und 2. Quartal 2026, Ist)", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5", "bisher 5")]
    [InlineData("6", "unverändert 6")]
    [InlineData("k.A.", "bisher unbekannt")]
    [InlineData(null, "bisher war kein Wert geliefert")]
    public void TheReceipt_NamesValueAndReasonOfACorrection(string? before, string words)
    {
        var earlier = before is null ? FigureSet.Empty : Known("a.csv", 1, before, "");
        var result = Example.Read(
            "Produkt;Grundzahl;Periode;Wert;Korrekturgrund\n1111;ertraege;2026-Q3;6;Zahlendreher\n", earlier: earlier);
        Assert.Equal($"1111 ertraege (3. Quartal 2026, Ist) (Zeile 2, Spalte D): {words}. Korrekturgrund: „Zahlendreher“; der "
            + "Bericht nennt ihn bei den Änderungen.", Example.Finding(result, "PR-1727").Text);
    }

    [Fact]
    public void ARemarkWithoutAValue_IsSaid_AndTotalsAndNotesAreNot()
    {
        var result = Example.Read("Produkt;Grundzahl;Periode;Wert;Bemerkung\n1111;ertraege;2026-Q3;5;\n"
            + "1111;aufwendungen;2026-Q3;;folgt im November\n1111;stellen;2026-Q3;;\nSumme;;;5;alles\n");
        Assert.Contains("In Zeile 3 steht eine Bemerkung, aber kein Wert", Example.Finding(result, "PR-1728").Text,
            StringComparison.Ordinal);
    }

    private static string Text(string value, string remark) =>
        $"Produkt;Grundzahl;Periode;Wert;Bemerkung\n1111;ertraege;2026-Q3;{value};{remark}\n";

    private static FigureSet Known(string file, int day, string value, string remark) => FigureSet.Empty.With(
        Example.Read(Text(value, remark)).Delivery! with
        {
            Stamp = Example.Stamp() with
            {
                File = $"buero-landrat/{file}",
                ReceivedAt = new DateTimeOffset(2026, 10, day, 0, 0, 0, TimeSpan.Zero),
            },
        });
}
