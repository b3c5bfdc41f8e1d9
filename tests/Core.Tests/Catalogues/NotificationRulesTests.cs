using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Tests.Catalogues;

/// <summary><c>benachrichtigung</c> in <c>rahmen.yaml</c>.</summary>
public sealed class NotificationRulesTests
{
    private static readonly string Frame = CountyFiles.Frame(department: "{id: amt, bezeichnung: Amt, kontakt: amt@test.example}")
        + "benachrichtigung:\n  absender: berichte@test.example\n";

    private const string List = "{name: K, empfaenger: [k@test.example], ";

    public static TheoryData<string, string, int, string> Faults => new()
    {
        { "  verteiler:\n    - " + List + "gesamtbericht: true}\n    - " + List + "gesamtbericht: true}\n", "PR-2202", 10,
            "Den Verteiler „K“ gibt es zweimal. Bitte einen umbenennen oder löschen." },
        { "  verteiler: [" + List + "rolle: leser}]\n", "PR-2203", 8, "Der Verteiler „K“ bekäme keinen Bericht. "
            + "Bitte produkte, aemter, bereiche oder gesamtbericht: true angeben." },
        { "  verteiler: [" + List + "aemter: [amt], rolle: fachamt}]\n", "PR-2204", 8,
            "Beim Verteiler „K“ gehören rolle: fachamt und amt zusammen: Das Amt sagt, wessen Entwürfe die Empfänger sehen "
            + "dürfen. Bitte beides angeben oder keines." },
        { "  verteiler: [" + List + "aemter: [amt], amt: amt}]\n", "PR-2204", 8,
            "Beim Verteiler „K“ gehören rolle: fachamt und amt zusammen: Das Amt sagt, wessen Entwürfe die Empfänger sehen "
            + "dürfen. Bitte beides angeben oder keines." },
        { "  verteiler: [" + List + "aemter: [amt], entwuerfe: true, rolle: leser}]\n", "PR-2205", 8,
            "Entwürfe sehen nur das Fachamt und das Controlling. Bitte beim Verteiler „K“ entwuerfe löschen oder rolle: fachamt "
            + "(mit amt) oder rolle: controlling angeben, wenn seine Empfänger sie sehen dürfen." },
        { "  ruhe: [{amt: amt, von: 2026-08-02, bis: 2026-08-01}]\n", "PR-2206", 8,
            "Die Ruhezeit endet am 01.08.2026, vor ihrem Anfang am 02.08.2026. Bitte von und bis tauschen oder berichtigen." },
        { "  ruhe: [{amt: ant, von: 2026-08-01, bis: 2026-08-01}]\n", "PR-2050", 8,
            "Das Amt „ant“ steht nicht in rahmen.yaml. Meinten Sie „amt“? Bitte dort ergänzen oder hier berichtigen." },
        { "  verteiler: [" + List + "produkte: [\"2222\"]}]\n", "PR-2051", 8,
            "Das Produkt \"2222\" gibt es in diesem Jahr nicht. Bitte berichtigen oder löschen." },
        { "  uhrzeit: \"25:00\"\n", "PR-2031", 8,
            "„25:00“ ist für „uhrzeit“ nicht möglich. Erwartet wird eine Uhrzeit in Anführungszeichen wie \"07:00\"." },
        { "  controlling: [niemand]\n", "PR-2031", 8, "„niemand“ ist für „controlling“ nicht möglich. Erwartet wird eine "
            + "E-Mail-Adresse wie controlling@musterland.example." },
        { "  ereignisse: [{ziel: \"http://x.example\"}]\n", "PR-2031", 8, "„http://x.example“ ist für „ziel“ nicht möglich. "
            + "Erwartet wird eine Adresse wie https://berichte.musterland.example (https, höchstens 300 Zeichen)." },
    };

    [Fact]
    public void FrameWithoutThem_TellsNobody() =>
        Assert.Null(Katalog.Read().Catalogues.ByYear[2026].Notifications);

    [Fact]
    public void FrameWithASenderOnly_HasTheUsualTimes()
    {
        var rules = Katalog.Read(Frame).Catalogues.ByYear[2026].Notifications!;
        Assert.Equal(new TimeOnly(7, 0), rules.From);
        Assert.Equal([7, 0, -1, -7], DaysOf(rules.Reminders));
    }

    [Fact]
    public void EverythingThatCanBeSaid_IsRead()
    {
        var reading = Katalog.Read(Frame + """
              antwort_an: controlling@test.example
              portal: https://berichte.test.example
              uhrzeit: "08:30"
              erinnerung: {vorher: [14, 3], am_tag: nein, nachher: []}
              administration: [edv@test.example, edv@test.example]
              controlling: [controlling@test.example]
              wochenbericht: montag
              verteiler:
                - {name: Kreistag, empfaenger: [kt@test.example], bereiche: ["11"], gesamtbericht: true, anhang: true}
                - {name: Amt, empfaenger: [a@test.example], rolle: fachamt, amt: amt, aemter: [amt], entwuerfe: true}
              ruhe: [{amt: amt, von: 2026-08-01, bis: 2026-08-31}]
              ereignisse: [{ziel: "https://dms.test.example/ein", arten: [report.released], intern: true}]
            """, Katalog.Product);
        Assert.Empty(reading.Findings);
        var catalogue = reading.Catalogues.ByYear[2026];
        var rules = catalogue.Notifications!;
        Assert.Equal(("berichte@test.example", "controlling@test.example"), (rules.Sender, rules.AnswersTo));
        Assert.Equal((new TimeOnly(8, 30), DayOfWeek.Monday), (rules.From, rules.WeeklyOn));
        Assert.Equal([14, 3], DaysOf(rules.Reminders));
        Assert.Equal(["edv@test.example"], rules.Administration);
        Assert.Equal([Audience.Public, Audience.Department], rules.Lists.Select(list => list.Audience));
        Assert.All(rules.Lists, list => Assert.True(list.Has(catalogue.Products[0])));
        Assert.Equal(new EventTarget(new("https://dms.test.example/ein"), rules.Targets[0].Kinds, true), rules.Targets[0]);
        var department = DepartmentId.Of("amt");
        Assert.False(rules.IsSilent(department, new(2026, 7, 31)));
        Assert.True(rules.IsSilent(department, new(2026, 8, 1)) && rules.IsSilent(department, new(2026, 8, 31)));
        Assert.False(rules.IsSilent(department, new(2026, 9, 1)));
    }

    [Theory]
    [InlineData(8, null)]
    [InlineData(7, 7)]
    [InlineData(5, 7)]
    [InlineData(4, null)]
    [InlineData(0, 0)]
    [InlineData(-1, -1)]
    [InlineData(-3, -1)]
    [InlineData(-4, null)]
    public void ReminderThatWasMissed_IsMadeUpForWithinTwoDays(int daysLeft, int? due) =>
        Assert.Equal(due, ReminderDays.Default.Due(daysLeft));

    [Theory]
    [MemberData(nameof(Faults))]
    public void Fault_SaysWhatToDo(string rules, string code, int line, string text)
    {
        var reading = Katalog.Read(Frame + rules, Katalog.Product);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal((code, line, text), (finding.Code, finding.Line, finding.Text));
        Assert.Empty(reading.Catalogues.ByYear);
    }

    [Fact]
    public void DepartmentWithoutAnAddress_IsWarnedOf_AndTheCatalogueHolds()
    {
        var reading = Katalog.Read(Frame.Replace(", kontakt: amt@test.example", "", StringComparison.Ordinal));
        Assert.Equal("PR-2201", Assert.Single(reading.Findings).Code);
        Assert.Single(reading.Catalogues.ByYear);
    }

    [Theory]
    [InlineData("a@b.de", true)]
    [InlineData("vorname.nachname+x@amt.kreis-musterland.de", true)]
    [InlineData("a@b", false)]
    [InlineData("a b@c.de", false)]
    [InlineData("a@b..de", false)]
    [InlineData("a@-b.de", false)]
    [InlineData("a@b@c.de", false)]
    [InlineData("@b.de", false)]
    [InlineData("a\r\nBcc: x@y.de", false)]
    [InlineData("<a@b.de>", false)]
    public void Address_IsOneSomebodyCanBeWrittenTo(string text, bool isOne) => Assert.Equal(isOne, KeyText.IsMailAddress(text));

    private static IEnumerable<int> DaysOf(ReminderDays reminders) =>
        Enumerable.Range(-30, 61).Where(day => reminders.Due(day) == day).OrderDescending();
}
