using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Reports.Json;

/// <summary>The shape of the reports' JSON; names stand at the model's properties.</summary>
[JsonSourceGenerationOptions(
    Converters =
    [
        typeof(DecimalJson),
        typeof(PeriodJson),
        typeof(ProductNumberJson),
        typeof(LevelNumberJson),
        typeof(FigureIdJson),
        typeof(DepartmentIdJson),
        typeof(StateJson),
        typeof(EditionJson),
        typeof(RowTypeJson),
        typeof(RowFieldJson),
        typeof(LevelKindJson),
        typeof(StatusJson),
        typeof(DirectionJson),
        typeof(ComparisonJson),
        typeof(ScenarioJson),
        typeof(ForecastBasisJson),
        typeof(HierarchyLevelJson),
    ])]
[JsonSerializable(typeof(ProductReport))]
[JsonSerializable(typeof(CombinedReport))]
[JsonSerializable(typeof(ImmutableArray<ReportedValue>))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
