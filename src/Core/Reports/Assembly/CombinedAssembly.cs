using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Messages;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports.Assembly;

/// <summary>Puts the combined report together from the product reports of a period, all but its key messages.</summary>
internal sealed class CombinedAssembly(
    Catalogue catalogue, Period period, ImmutableArray<ProductReport> reports, ImmutableArray<ProductNumber> notMade)
{
    private const int NamedDeviations = 10;
    private const int CauseLength = 160;

    public CombinedReport Report(ReportOptions options, ImmutableArray<HierarchyTotal> totals) => new()
    {
        County = catalogue.County,
        Logo = ReportLogo.Of(catalogue.Logo),
        Period = period,
        State = options.State,
        IsComplete = notMade.IsEmpty && reports.All(report => report.IsComplete),
        Edition = reports.Any(report => report.Edition == ReportEdition.Public) ? ReportEdition.Public : ReportEdition.Internal,
        IsSensitive = reports.Any(report => report.IsSensitive),
        AsOf = options.AsOf,
        Deadline = catalogue.Reporting.Deadline(period),
        Totals = totals,
        Deviations = Deviations(),
        Reds = [.. reports.SelectMany(Reds)],
        Missing = Missing(),
        Goals = Goals(),
        Products = [.. reports.Select(Summary)],
        NotMade = notMade.IsEmpty ? null
            : [.. notMade.Order().Select(number => new ProductNotMade(number, catalogue.Find(number)?.Name ?? ""))],
        Notes = Notes(),
    };

    private ImmutableArray<Headline> Deviations() =>
    [
        .. reports
            .SelectMany(report => report.RowsOf(report.Levels[0].Number)
                .Where(row =>
                    row is { Type: RowType.BaseFigure, IsMain: true, Unit: ReportWords.Euro, Deviation: not null and not 0 })
                .Select(row => Headline(report, row)))
            .OrderByDescending(line => Math.Abs(line.Row.Deviation!.Value))
            .ThenBy(line => line.Product)
            .Take(NamedDeviations),
    ];

    private static IEnumerable<Headline> Reds(ProductReport report) =>
        report.Rows.Where(row => row is { IsMain: true, Status: Status.Red, Type: RowType.BaseFigure })
            .Select(row => Headline(report, row));

    private static Headline Headline(ProductReport report, ReportRow row)
    {
        var level = report.LevelOf(row.Level);
        return new Headline(
            report.Product,
            report.Name,
            level.Kind == LevelKind.Product ? "" : level.Name,
            row with { Origins = [] },
            MainExplanation.Of(report, row) is { } explanation ? Shortened.Quote(CauseLength, explanation.Text) : null);
    }

    private ImmutableArray<MissingDelivery> Missing() =>
    [
        .. reports.SelectMany(report => report.Missing.Select(missing => (report.Head.Contact, missing)))
            .GroupBy(entry => entry.missing.Department)
            .OrderBy(department => catalogue.Departments.Select(known => known.Id).ToList()
                .IndexOf(department.Key) is var index and >= 0
                ? index
                : int.MaxValue)
            .ThenBy(department => department.Key)
            .Select(department => new MissingDelivery(
                department.Key,
                department.First().missing.DepartmentName,
                department.First().Contact,
                [.. department.Select(entry => entry.missing.Product).Distinct().Order()],
                [.. department.Select(entry => entry.missing)])),
    ];

    private GoalBalance Goals()
    {
        var goals = reports.SelectMany(report => report.Goals.Select(goal => new ProductGoal(report.Product, report.Name, goal)))
            .ToList();
        return new GoalBalance(
            goals.Count(entry => entry.Goal.IsReached == true),
            goals.Count(entry => entry.Goal.IsReached == false),
            goals.Count(entry => entry.Goal.IsReached is null),
            [.. goals.Where(entry => entry.Goal.IsReached == false)]);
    }

    private static ProductSummary Summary(ProductReport report) => new(
        report.Product,
        report.Name,
        report.Head.MainArea.Number,
        report.Head.DepartmentName,
        report.Version,
        report.IsComplete,
        [.. report.RowsOf(report.Levels[0].Number).Where(row => row.IsMain).Select(row => row with { Origins = [] })]);

    private ImmutableArray<string> Notes()
    {
        var references = NoteTexts.References(reports.SelectMany(report => report.References).Distinct());
        string?[] notes =
        [
            NoteTexts.Rounding,
            NoteTexts.Cumulative,
            NoteTexts.Sign,
            NoteTexts.Status(catalogue.Tolerance),
            NoteTexts.Totals,
            .. references,
            // What many products would say of themselves is said once for all.
            .. new[] { NoteTexts.SharedPlan, NoteTexts.Forecast, NoteTexts.Missing }
                .Where(note => reports.Any(report => report.Notes.Contains(note))),
            reports.Any(report => report.Edition == ReportEdition.Public) ? NoteTexts.Suppressed : null,
            NoteTexts.Provenance,
        ];
        return [.. notes.OfType<string>()];
    }
}
