using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>A profile laid onto the columns of a file.</summary>
internal sealed class ProfileLayout
{
    private readonly RowQuestions questions;
    private readonly ProfileColumns header;

    /// <summary>Lays <paramref name="profile"/>, all of whose columns exist, onto a file.</summary>
    public ProfileLayout(RowQuestions questions, ProfileColumns header, ImportProfile profile, NumericColumns numbers,
        CatalogueSet catalogues)
    {
        (this.questions, this.header) = (questions, header);
        var slots = profile.Values.GroupBy(value => (value.Figure, value.Period, value.Scenario)).ToList();
        Slots = [.. slots.Select(slot =>
            new ProfileSlot(slot.Key.Figure, slot.Key.Period, slot.Key.Scenario,
                [.. slot.Select(value => value.Factor).Distinct()])
            {
                IsCumulative = slot.Any(value => value.IsCumulative),
            })];
        Sources = [.. slots.SelectMany((slot, index) => slot.Select(value => new ProfileSource(
            value, index,
            numbers.Add(header[value.Column], FigureOf(value.Figure, catalogues),
                ProfileUnits.IsOfUnits(value.Factor) ? Math.Abs(value.Factor) : null),
            new Factor(value.Factor), Test(value.When)))).Select((source, index) => source with { Index = index })];
        Ignored = [.. profile.Ignored.Select(condition => Test(condition)!)];
        TotalRow = Test(profile.TotalRow);
    }

    /// <summary>What is stored for each product.</summary>
    public IReadOnlyList<ProfileSlot> Slots { get; }

    /// <summary>Where it comes from.</summary>
    public ImmutableArray<ProfileSource> Sources { get; }

    /// <summary>The columns that the conditions of value columns ask about, by name.</summary>
    public IReadOnlyList<(string Name, int Column)> Asked => [.. Sources.Select(source => source.When).OfType<RowTest>()
        .SelectMany(test => test.Condition.Patterns).Select(pattern => (pattern.Column, header[pattern.Column]))
            .DistinctBy(each => each.Item2)];

    /// <summary>Rows left out.</summary>
    public ImmutableArray<RowTest> Ignored { get; }

    /// <summary>Total rows; null = none are expected.</summary>
    public RowTest? TotalRow { get; }

    private RowTest? Test(RowCondition? condition) => condition is null
        ? null
        : new RowTest(questions, condition, header);

    /// <summary>The figure of this id wherever it stands: all share their unit in practice.</summary>
    public static BaseFigure? FigureOf(FigureId id, CatalogueSet catalogues) => catalogues.ByYear.Values
        .SelectMany(catalogue => catalogue.Standard.BaseFigures.Concat(
            catalogue.Products.SelectMany(product => product.Levels).SelectMany(level => level.BaseFigures)))
        .FirstOrDefault(figure => figure.Id == id);
}
