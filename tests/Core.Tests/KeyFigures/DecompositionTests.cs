using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.KeyFigures.Explaining;
using Produktreport.Core.Periods;
using static Produktreport.Tests.Support.County;

namespace Produktreport.Core.Tests.KeyFigures;

public class DecompositionTests
{
    private static readonly CatalogueSet Catalogues = CatalogueSet.Of(
        Year(2025,
            ProductOf(
                "1111")) with
        {
            ReferenceFigures = [
                    new(Id("einwohner"), "Einwohner", 100_000, new DateOnly(2024, 6, 30), "StaLa", "")]
        },
        Year(2026, ProductOf("1111", Service("11112", "Sprechstunde"), Service("11113", "Medienarbeit")))
            with
        { ReferenceFigures = [new(Id("einwohner"), "Einwohner", 98_000, new DateOnly(2025, 6, 30), "StaLa", "")] });

    [Fact]
    public void Ratio_IsTakenApartIntoItsInputs_FollowingTheBaseFiguresFormula()
    {
        var calculator = new FigureCalculator(Catalogues, Delivered(
            Value(At("1111", "ertraege"), Q(1, 2025), 100), Value(At("1111", "aufwendungen"), Q(1, 2025), 1100),
            Value(At("1111", "ertraege"), Q(1), 100), Value(At("1111", "aufwendungen"), Q(1), 1150)));
        var change = calculator.DecomposeAgainstPreviousYear(At("1111", "ergebnis_je_1000_ew"), Q(1))!;
        Assert.Equal(["Aufwendungen", "Einwohner"], change.Parts.Select(part => part.Input));
        Assert.Equal(change.Change, change.Parts.Sum(part => part.Amount));
        Assert.Equal(
            "−7,1 %: Aufwendungen höher (−5,0 Prozentpunkte), Einwohner niedriger (−2,1 Prozentpunkte)",
            DecompositionText.Of(change, "€", 2));
    }

    [Fact]
    public void Sum_IsTakenApartByService()
    {
        var calculator = new FigureCalculator(Catalogues, Delivered(
            Value(At("11112", "stellen"), Q(1), 3), Value(At("11113", "stellen"), Q(1), 2),
            Value(At("11112", "stellen"), Y(), 2, Scenario.Plan), Value(At("11113", "stellen"), Y(), 2.5m, Scenario.Plan)));
        var change = calculator.DecomposeAgainstPlan(At("1111", "stellen"), Q(1))!;
        Assert.Equal(
            "+11,1 %: 11112 Sprechstunde (+22,2 Prozentpunkte), 11113 Medienarbeit (−11,1 Prozentpunkte)",
                DecompositionText.Of(change, "Stellen", 2));
    }

    [Fact]
    public void ChangeFromZero_IsToldInTheFiguresUnit()
    {
        var calculator = new FigureCalculator(Catalogues, Delivered(
            Value(At("1111", "ertraege"), Q(1), 100), Value(At("1111", "aufwendungen"), Q(1), 150),
            Value(At("1111", "ertraege"), Q(1), 50, Scenario.Plan), Value(At("1111", "aufwendungen"), Q(1), 50, Scenario.Plan)));
        var change = calculator.DecomposeAgainstPlan(At("1111", "ergebnis"), Q(1))!;
        Assert.Equal("−50 €: Aufwendungen höher (−100 €), Erträge höher (+50 €)", DecompositionText.Of(change, "€", 0));
    }

    [Theory]
    [InlineData("Aufwendungen", "€")]
    [InlineData("Aufwand", "€")]
    [InlineData("Jahresergebnis", "€")]
    [InlineData("Auslastung", "%")]
    [InlineData("Anzahl Stellen", "Stellen")]
    [InlineData("Einwohner", "")]
    public void Name_OfAnyGenderAndNumber_FitsTheSameWords(string input, string unit)
    {
        Assert.Equal($"+10,0 %: {input} höher (+10,0 Prozentpunkte)", DecompositionText.Of(Change(input, unit, 50, 60), "€", 2));
        Assert.Equal($"+10,0 %: {input} niedriger (+10,0 Prozentpunkte)",
            DecompositionText.Of(Change(input, unit, 60, 50), "€", 2));
    }

    [Fact]
    public void OnePointWithADecimal_StaysPlural() =>
        Assert.Equal(
            "+1,0 %: Erträge höher (+1,0 Prozentpunkte)",
                DecompositionText.Of(new("x", 1000, 1010, [new("Erträge", "€", false, 5, 6, 10)]), "€", 2));

    [Fact]
    public void ChangeFromZero_OfAFigureWithoutUnit_EndsWithTheNumber() =>
        Assert.Equal("+5: Anträge höher (+5)", DecompositionText.Of(new("x", 0, 5, [new("Anträge", "", false, 0, 5, 5)]), "", 0));

    private static Decomposition Change(string input, string unit, decimal before, decimal after) =>
        new("Ergebnis", 100, 110, [new Contribution(input, unit, false, before, after, 10)]);

    [Fact]
    public void UndefinedSide_HasNoDecomposition() =>
        Assert.Null(
            new FigureCalculator(Catalogues, Delivered(Value(At("1111", "ergebnis"), Q(1), 5)))
                .DecomposeAgainstPlan(At("1111", "ergebnis"), Q(1)));

    [Fact]
    public void InputThatCrossesZeroInADivisor_HasNoDecomposition()
    {
        var odd = Catalogues.For(2026)!.Products[
            0] with
        {
            KeyFigures = [
                Key("x", Over(Ref("1111", "ertraege"), Minus(Ref("1111", "aufwendungen"), Ref("1111", "ertraege"))), "x")]
        };
        var calculator = Calculator(Year(2026, odd),
            Value(At("1111", "ertraege"), Q(1), 10), Value(At("1111", "aufwendungen"), Q(1), 30),
            Value(At("1111", "ertraege"), Q(1), 30, Scenario.Plan), Value(At("1111", "aufwendungen"), Q(1), 40, Scenario.Plan));
        Assert.Null(calculator.DecomposeAgainstPlan(At("1111", "x"), Q(1)));
    }
}
