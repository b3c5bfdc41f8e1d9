using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Figures;

/// <summary>
/// All current values of one product: a <see cref="YearSeries"/> for each figure, year and scenario. Immutable.
/// </summary>
internal sealed class ProductFigures
{
    private readonly Dictionary<SeriesKey, YearSeries> series;

    private ProductFigures(Dictionary<SeriesKey, YearSeries> series) => this.series = series;

    public static ProductFigures Empty { get; } = new([]);
    public IEnumerable<StoredValue> Values => series.Values.SelectMany(each => each.Values);

    public YearSeries? Find(LevelNumber level, FigureId figure, int year, Scenario scenario) =>
        series.GetValueOrDefault(new SeriesKey(level, figure, year, scenario));

    public IEnumerable<StoredValue> Of(LevelNumber level, FigureId figure) => series
        .Where(each => each.Key.Level == level && each.Key.Figure == figure).SelectMany(each => each.Value.Values);

    /// <summary>These values with further ones; for each cell the latest delivery wins.</summary>
    public ProductFigures With(IEnumerable<StoredValue> values)
    {
        var copy = new Dictionary<SeriesKey, YearSeries>(series);
        foreach (var group in values.GroupBy(SeriesKey.Of))
        {
            var changed = copy.TryGetValue(group.Key, out var present) ? present.Copy() : new YearSeries();
            foreach (var value in group)
                changed.Put(value);
            copy[group.Key] = changed;
        }

        return new ProductFigures(copy);
    }

    private readonly record struct SeriesKey(LevelNumber Level, FigureId Figure, int Year, Scenario Scenario)
    {
        public static SeriesKey Of(StoredValue value) => new(
            value.Delivered.Address.Level, value.Delivered.Address.Figure, value.Delivered.Period.Year, value.Delivered.Scenario);

        public override int GetHashCode() => QuickHash.Of(Level, Figure, Year * 4 + (int)Scenario);
    }
}
