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
    public void OtherText_IsNoPeriod(string text) => Assert.False(PeriodText.TryParse(text, out _));

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
