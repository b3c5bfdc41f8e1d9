using Produktreport.Core.Periods;

namespace Produktreport.Core.Tests.Ground;

/// <summary>The notations of periods that departments use.</summary>
public sealed class PeriodTextTests
{
    public static TheoryData<string, string> Notations => new()
    {
        { "2026-07", "2026-07" },
        { "07/2026", "2026-07" },
        { "7.2026", "2026-07" },
        { "2026/07", "2026-07" },
        { "Juli 2026", "2026-07" },
        { "JULI 2026", "2026-07" },
        { "Jul 26", "2026-07" },
        { "Jul. 2026", "2026-07" },
        { "2026 Juli", "2026-07" },
        { "März 2026", "2026-03" },
        { "Mrz 26", "2026-03" },
        { "Maerz 2026", "2026-03" },
        { "Jänner 2026", "2026-01" },
        { "Sept. 2026", "2026-09" },
        { "2026-Q3", "2026-Q3" },
        { "Q3/2026", "2026-Q3" },
        { "q3 2026", "2026-Q3" },
        { "3. Quartal 2026", "2026-Q3" },
        { "III. Quartal 2026", "2026-Q3" },
        { "2026 3. Quartal", "2026-Q3" },
        { "3. Vierteljahr 2026", "2026-Q3" },
        { "2026-H2", "2026-H2" },
        { "2. Halbjahr 2026", "2026-H2" },
        { "2. Hj. 2026", "2026-H2" },
        { "2026", "2026" },
        { "Jahr 2026", "2026" },
        { "Haushaltsjahr 2026", "2026" },
        { "3.\u00A0Quartal\u00A02026", "2026-Q3" },
        { "  2026-Q3  ", "2026-Q3" },
        { "2026.07", "2026-07" },
        { "Q3/26", "2026-Q3" },
        { "Q3 '26", "2026-Q3" },
        { "2026Q3", "2026-Q3" },
        { "2026/Q3", "2026-Q3" },
        { "26-Q3", "2026-Q3" },
        { "3Q2026", "2026-Q3" },
        { "Q III/2026", "2026-Q3" },
        { "QIII 2026", "2026-Q3" },
        { "QIV/26", "2026-Q4" },
        { "HII 2026", "2026-H2" },
        { "2026-Q3 bis 2026-Q4", "2026-H2" },
        { "Q1/2026 – Q4/2026", "2026" },
        { "1. Quartal 2026 - 2. Quartal 2026", "2026-H1" },
        { "2026/3. Quartal", "2026-Q3" },
        { "III/2026", "2026-Q3" },
        { "IV/26", "2026-Q4" },
        { "3. Quartal 26", "2026-Q3" },
        { "drittes Quartal 2026", "2026-Q3" },
        { "Quartal 3/2026", "2026-Q3" },
        { "Quartal III 2026", "2026-Q3" },
        { "3. Vj. 2026", "2026-Q3" },
        { "Juli-September 2026", "2026-Q3" },
        { "Juli–September 2026", "2026-Q3" },
        { "Juli — September 2026", "2026-Q3" },
        { "Juli bis September 2026", "2026-Q3" },
        { "Juli 2026 bis September 2026", "2026-Q3" },
        { "Jul.–Sep. 26", "2026-Q3" },
        { "07/2026–09/2026", "2026-Q3" },
        { "2026-07 bis 2026-09", "2026-Q3" },
        { "7 bis 9/2026", "2026-Q3" },
        { "01.07.2026–30.09.2026", "2026-Q3" },
        { "vom 01.07.2026 bis zum 30.09.2026", "2026-Q3" },
        { "1.7.–30.9.2026", "2026-Q3" },
        { "1. Juli bis 30. September 2026", "2026-Q3" },
        { "2026-07-01 bis 2026-09-30", "2026-Q3" },
        { "01.07.2026–31.07.2026", "2026-07" },
        { "01.01.–31.12.2026", "2026" },
        { "1. Halbjahr 26", "2026-H1" },
        { "1. HJ 2026", "2026-H1" },
        { "HJ 1/2026", "2026-H1" },
        { "H1/26", "2026-H1" },
        { "II. Halbjahr 2026", "2026-H2" },
        { "Jan–Jun 2026", "2026-H1" },
        { "1.–2. Quartal 2026", "2026-H1" },
        { "Q1–Q2 2026", "2026-H1" },
        { "HJ 2026", "2026" },
        { "HHJ 2026", "2026" },
        { "Gesamtjahr 2026", "2026" },
        { "Januar–Dezember 2026", "2026" },
    };

    [Theory]
    [MemberData(nameof(Notations))]
    public void Notation_IsRead(string text, string period)
    {
        Assert.True(PeriodText.TryParse(text, out var read));
        Assert.Equal(period, read.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Quartal")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-Q5")]
    [InlineData("2026-H3")]
    [InlineData("V. Quartal 2026")]
    [InlineData("26")]
    [InlineData("1899")]
    [InlineData("2200")]
    [InlineData("30.06.2026")]
    [InlineData("2026-06-30")]
    [InlineData("Juli")]
    [InlineData("07/26")]
    [InlineData("Juli 2026 bis August 2026")]
    [InlineData("2026                                            ")]
    [InlineData("bis")]
    [InlineData("bis 2026")]
    [InlineData("III")]
    [InlineData("Jahr")]
    [InlineData("HJ")]
    [InlineData("26. Juli")]
    [InlineData("September–Juli 2026")]
    [InlineData("3. Quartal")]
    [InlineData("5. Quartal 2026")]
    [InlineData("Januar–September 2026")]
    [InlineData("Dezember 2025 bis Februar 2026")]
    [InlineData("31.02.2026")]
    [InlineData("2026/2027")]
    [InlineData("Q3 2026 1)")]
    [InlineData("7-9/2026")]
    public void OtherText_IsNoPeriod(string text) => Assert.False(PeriodText.TryParse(text, out _));

    [Fact]
    public void AnyWordsTogether_AreAnswered_AndWhatIsReadIsReadAgain()
    {
        string[] words = "1 3 07 30 31 00 2026 1899 26 Q Quartal III IV Juli Sep HJ H1 Jahr bis vom – x".Split(' ');
        var random = new Random(7);
        for (var count = 0; count < 50_000; count++)
        {
            var chosen = Enumerable.Range(0, 1 + random.Next(7)).Select(_ => words[random.Next(words.Length)]);
            var text = string.Join(" -/."[random.Next(4)], chosen);
            if (PeriodText.Read(text) is PeriodReading.Whole { Period: var period })
                Assert.Equal(period, PeriodText.Parse(period.ToString()));
        }
    }

    [Theory]
    [InlineData("Q3", PeriodKind.Quarter, 3)]
    [InlineData("3. Quartal", PeriodKind.Quarter, 3)]
    [InlineData("III. Quartal", PeriodKind.Quarter, 3)]
    [InlineData("Juli", PeriodKind.Month, 7)]
    [InlineData("Jul.", PeriodKind.Month, 7)]
    [InlineData("2. Halbjahr", PeriodKind.HalfYear, 2)]
    [InlineData("HJ 2", PeriodKind.HalfYear, 2)]
    [InlineData("Juli–September", PeriodKind.Quarter, 3)]
    public void APartOfAYear_IsKnownThoughTheYearIsMissing(string text, PeriodKind kind, int number) =>
        Assert.Equal(new PeriodReading.WithoutYear(kind, number), PeriodText.Read(text));

    [Theory]
    [InlineData("30.06.2026", "2026-06-30")]
    [InlineData("2026-06-30", "2026-06-30")]
    [InlineData("30.06.26", "2026-06-30")]
    [InlineData("30. Juni 2026", "2026-06-30")]
    [InlineData("30.06.2026 00:00:00", "2026-06-30")]
    public void ADate_IsADay(string text, string day) =>
        Assert.Equal(new PeriodReading.Day(DateOnly.Parse(day, null)), PeriodText.Read(text));

    [Theory]
    [InlineData("Januar–September 2026", "2026-01-01", "2026-09-30")]
    [InlineData("1.–3. Quartal 2026", "2026-01-01", "2026-09-30")]
    [InlineData("01.07.2026–29.09.2026", "2026-07-01", "2026-09-29")]
    [InlineData("Dezember 2025 bis Februar 2026", "2025-12-01", "2026-02-28")]
    public void MonthsThatAreNoPeriod_AreAStretch(string text, string first, string last) => Assert.Equal(
        new PeriodReading.Stretch(DateOnly.Parse(first, null), DateOnly.Parse(last, null)), PeriodText.Read(text));

    [Theory]
    [InlineData("Q3/2026")]
    [InlineData("2026-7")]
    [InlineData("2026-q3")]
    [InlineData("x")]
    public void NamesOfTheProgramsOwn_AreInOneFormOnly(string text) =>
        Assert.Throws<FormatException>(() => PeriodText.Parse(text));

    [Theory]
    [InlineData("Ist", Scenario.Actual)]
    [InlineData("PLAN", Scenario.Plan)]
    [InlineData("Ansatz", Scenario.Plan)]
    [InlineData("Soll", Scenario.Plan)]
    [InlineData("Planansatz", Scenario.Plan)]
    [InlineData("Prognose", Scenario.Forecast)]
    [InlineData("Hochrechnung", Scenario.Forecast)]
    [InlineData("", null)]
    [InlineData("Istwert", null)]
    [InlineData("ein viel zu langes Wort", null)]
    public void WordForAScenario_IsRead(string word, Scenario? scenario) => Assert.Equal(scenario, Scenarios.Parse(word));
}
