using System.Reflection;
using System.Runtime.CompilerServices;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Tests.Architecture;

/// <summary>Records of Core are values: nobody can tell by their equality what was read of them before.</summary>
public sealed class RecordTests
{
    private const BindingFlags Fields =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void Record_WhoseEqualityTheCompilerMade_KeepsNothingItComputesLater()
    {
        var records = typeof(Period).Assembly.GetTypes().Where(IsRecordWithMadeEquality).ToList();
        Assert.True(records.Count >= 100, $"Only {records.Count} records are recognised.");
        Assert.Empty(
            records.SelectMany(record => record.GetFields(Fields)).Where(field => !field.IsInitOnly)
                .Select(field => $"{field.DeclaringType}.{field.Name}"));
    }

    [Fact]
    public void ReadingAnOrigin_ChangesNeitherEqualityNorHash()
    {
        var values = Computed();
        var others = Computed();
        var hashes = values.Select(value => value.GetHashCode()).ToList();
        var origins = values.Select(value => value.Origin).ToList();
        var originHashes = origins.Select(origin => origin.GetHashCode()).ToList();
        _ = values.Select(value => string.Join('\n', Explanation(value))).ToList();
        Assert.Equal(others, values);
        Assert.Equal(hashes, values.Select(value => value.GetHashCode()));
        Assert.Equal(originHashes, origins.Select(origin => origin.GetHashCode()));
        Assert.All(values.Zip(origins), pair => Assert.Equal(pair.Second, pair.First.Origin));
    }

    private static IEnumerable<string> Explanation(CalculatedValue value) =>
        Core.KeyFigures.Explaining.Explanation.Of("Wert", value).Select(line => line.Text);

    /// <summary>A sum of months, a sum of services and a formula, computed anew each time.</summary>
    private static List<CalculatedValue.Known> Computed()
    {
        var service = County.Service("11111", "Eins");
        var calculator = new FigureCalculator(
            CatalogueSet.Of(County.Year(2026, County.ProductOf("1111", service))),
            County.Delivered(
                [.. Enumerable.Range(1, 3)
                    .Select(month => County.Value(County.At("11111", "ergebnis"), County.M(month), month))]));
        string[] figures = ["11111.ergebnis", "1111.ergebnis", "1111.ergebnis_je_1000_ew"];
        return
        [
            .. figures.Select(figure => figure.Split('.'))
                .Select(name => calculator.Value(County.At(name[0], name[1]), County.Q(1), Scenario.Actual))
                .Cast<CalculatedValue.Known>(),
        ];
    }

    private static bool IsRecordWithMadeEquality(Type type) =>
        !type.IsNestedPrivate
        && type.GetMethod("PrintMembers", Fields) is not null
        && type.GetMethod(nameof(Equals), Fields, [type]) is { } equals
        && equals.GetCustomAttribute<CompilerGeneratedAttribute>() is not null;
}
