using Microsoft.Extensions.DependencyInjection;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Notifications;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Contents;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Reports;

namespace Produktreport.Functions.Tests.Web;

/// <summary>What a department owes is one number, wherever it is read: in the example county, on a day when all is due.</summary>
public sealed class MissingCountTests(PublicYears county) : IClassFixture<PublicYears>
{
    private static readonly Visitor Controller = new("controlling", Role.Controlling, []);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2025-Q4", 0)]
    [InlineData("2025", 0)]
    [InlineData("2026-Q1", 0)]
    [InlineData("2026-Q2", 1)]
    [InlineData("2026-Q3", 20)]
    public async Task ForEveryDepartment_ListsTasksReportsAndMessages_CountTheSame(string text, int expected)
    {
        var period = PeriodText.Parse(text);
        var status = (await Get<PeriodStatusReader>().Read(period, Controller, Cancellation))!;
        var listed = await Get<VisibleReports>().List(Controller, period, cancellation: Cancellation);
        var live = await Get<LiveReports>().Of(period, Cancellation);
        var combined = await Combined(period);
        foreach (var department in status.Departments)
        {
            var id = DepartmentId.Of(department.Department);
            var own = live.Where(report => report.Head.Department == id).ToList();
            Assert.Equal(
                new Counts(department.Missing.Count),
                new Counts(department.Missing.Count)
                {
                    Owed = department.Expected - department.Delivered,
                    Tasks = await TasksUpTo(id, period),
                    Overview = listed.Where(report => report.Summary.Department == id).Sum(report => report.Summary.MissingCount),
                    Combined = combined.Missing.Where(owing => owing.Department == id).Sum(owing => owing.Figures.Length),
                    Message = Said(id, period, own),
                });
        }

        Assert.Equal(expected, status.Departments.Sum(department => department.Missing.Count));
    }

    [Fact]
    public async Task WhatIsOverdueComesFirst_ThenWhatMayBeDeliveredEarly()
    {
        var tasks = await Get<PeriodStatusReader>().Tasks(DepartmentId.Of("buero-landrat"), Cancellation);
        Assert.Equal(
            [("2026-Q2", true, true, 1, 28), ("2026-Q4", false, false, 28, 28)],
            tasks.Select(task => (task.Period.Period, task.IsOverdue, task.HasEnded, task.Missing.Count, task.Owed)));
    }

    [Theory]
    [InlineData("gesundheitsamt", "2026-Q3")]
    [InlineData("jugendamt", "2026-Q4")]
    public async Task TheDeadlinesOpenWithWhatIsOwed_OrElseWithWhatIsDueNext(string department, string expected)
    {
        var visitor = new Visitor("amt", Role.Department, [DepartmentId.Of(department)]);
        var reader = Get<PeriodStatusReader>();
        Assert.Equal(expected, (await reader.Due(await reader.Periods(Cancellation), visitor, Cancellation))!.Period);
    }

    private T Get<T>()
        where T : notnull => county.App.Services.GetRequiredService<T>();

    private async Task<CombinedReport> Combined(Period period) => ReportJson.ReadCombined(
        (await Get<IFileStore>().ReadAll(Area.Reports, FilePath.Of($"{period}/gesamt.json"), Cancellation))!);

    private async Task<int> TasksUpTo(DepartmentId department, Period period) =>
        (await Get<PeriodStatusReader>().Tasks(department, Cancellation))
        .Where(task => PeriodText.Parse(task.Period.Period) is var home && home.Year == period.Year && home.End <= period.End)
        .Sum(task => task.Missing.Count);

    // The number in „3. Quartal 2026: 19 Werte fehlen noch“.
    private static int Said(DepartmentId id, Period period, IReadOnlyList<ProductReport> reports)
    {
        var department = new Department(id, "Amt", Contact: null, DeliversForAll: false, DeliversFor: []);
        var notice = DepartmentNotices.Missing(department, period, period.End, 0, 0, reports, portal: null);
        var heading = Assert.IsType<LetterBlock.Heading>(notice.Blocks[0]).Text.Split(": ")[1];
        return heading.StartsWith("Ein ", StringComparison.Ordinal)
            ? 1
            : int.Parse(heading.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    private sealed record Counts(int Count)
    {
        public int Owed { get; init; } = Count;

        public int Tasks { get; init; } = Count;

        public int Overview { get; init; } = Count;

        public int Combined { get; init; } = Count;

        public int Message { get; init; } = Count;
    }
}
