using System.Reflection;
using System.Text.RegularExpressions;
using Produktreport.Core.Comparisons.Files;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tests.Deliveries;

public sealed partial class FindingCatalogueTests
{
    [Fact]
    public void EveryCode_IsDocumentedWithItsSeverity_AndNoOther()
    {
        var documented = Row().Matches(File.ReadAllText(Repository.At("docs", "befunde.md")))
            .Select(row => (row.Groups["code"].Value, row.Groups["severity"].Value));
        var made = All().Select(finding => (finding.Code, finding.Severity.GermanName())).Distinct();
        Assert.Equal(made.Order(), documented.Order());
    }

    [Fact]
    public void EveryFinding_SpeaksInWholeSentences()
    {
        foreach (var finding in All())
            Assert.Matches(@"^[\p{Lu}„].*[.?)…]$", finding.Text);
    }

    /// <summary>One finding of every factory; codes are unique because each factory has its own.</summary>
    private static List<Finding> All()
    {
        var factories =
            new[] { typeof(TableFindings), typeof(NumberFormatFindings), typeof(DeliveryFindings), typeof(ComparisonFindings) }
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic))
            .Where(method => method.IsAssembly && method.ReturnType == typeof(Finding)).ToList();
        var findings = factories.Select(factory => (Finding)factory.Invoke(null, [.. factory.GetParameters().Select(Sample)])!)
            .ToList();
        Assert.Equal(findings.Count, findings.Select(finding => finding.Code).Distinct().Count());
        Assert.NotEmpty(findings);
        return findings;
    }

    private static object? Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => "X",
        var type when type == typeof(int) || type == typeof(long) => 2_000_000,
        var type when type == typeof(char) => ',',
        var type when type == typeof(bool) => true,
        var type when type == typeof(decimal) => 1m,
        var type when type == typeof(IReadOnlyList<string>) => new[] { "a", "b" },
        var type when type == typeof(Period) => Period.OfMonth(2026, 7),
        var type when type == typeof(DeliveredValue) => County.Value(County.At("E1", "ertraege", "E1"), County.M(7), 1000),
        var type when type.Name == "NumberFormat" => FormatWithQuestions(type),
        var type => Activator.CreateInstance(type),
    };

    /// <summary>A number format that has seen <c>1,5</c>, <c>1.5</c> and <c>1.500</c>.</summary>
    private static object FormatWithQuestions(Type type)
    {
        var format = Activator.CreateInstance(type, [null, null])!;
        var place = Activator.CreateInstance(typeof(CellPlace), 2, 3);
        var evidence = type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic);
        foreach (var field in evidence.Where(field => Nullable.GetUnderlyingType(field.FieldType) is { } inner
            && inner.Name.StartsWith("ValueTuple", StringComparison.Ordinal)))
            field.SetValue(format, Activator.CreateInstance(Nullable.GetUnderlyingType(field.FieldType)!, place, "1,5"));
        var questions = evidence.Single(field => field.Name == "questions").GetValue(format)!;
        questions.GetType()
            .GetMethod("Add")!.Invoke(questions,
            [Activator.CreateInstance(questions.GetType().GenericTypeArguments[0], place, "1.500")]);
        return format;
    }

    [GeneratedRegex(@"^\| (?<code>PR-\d{4}) \| (?<severity>\w+) \| [^|]+ \| [^|]+ \|",
        RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Row();
}
