using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.German;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Reports.Changes;

/// <summary>
/// Which delivery changed a figure: the latest one behind it that came in since the former version was made. Where there is none,
/// the catalogue changed, or a file was withdrawn.
/// </summary>
public sealed class ChangeCauses
{
    private readonly ILookup<(LevelNumber Level, FigureId Figure), Brought> deliveries;
    private readonly Func<DepartmentId, string> departments;

    private ChangeCauses(
        ILookup<(LevelNumber Level, FigureId Figure), Brought> deliveries, Func<DepartmentId, string> departments)
    {
        this.deliveries = deliveries;
        this.departments = departments;
    }

    /// <summary>Nothing is known of deliveries.</summary>
    public static ChangeCauses Unknown { get; } =
        new(Array.Empty<Brought>().ToLookup(_ => default((LevelNumber, FigureId))), _ => "");

    /// <summary>The deliveries behind a report's rows.</summary>
    /// <param name="report">The report as it stands now, internal.</param>
    /// <param name="figures">The figures it was made of.</param>
    /// <param name="catalogue">The catalogue of its year, which names the departments.</param>
    public static ChangeCauses Of(ProductReport report, FigureSet figures, Catalogue catalogue)
    {
        var stored = figures.Of(report.Product).Where(value => value.Delivered.Period.Year == report.Period.Year)
            .OrderBy(value => value.Delivered.Period).ThenBy(value => value.Delivered.Scenario).ToList();
        var files = stored.Select(value => value.Delivery).Distinct().ToLookup(stamp => (stamp.File, stamp.Sha256));
        var own = stored.Select(value => (Key: (value.Delivered.Address.Level, value.Delivered.Address.Figure),
            Brought: new Brought(value.Delivery, value.Delivered.Reason)));
        var behind =
            from row in report.Rows
            from origin in row.Origins.Select(origin => (origin.File, origin.Sha256, origin.Reason)).Distinct()
            from stamp in files[(origin.File, origin.Sha256)]
            select (Key: (row.Level, Figure: row.Id), Brought: new Brought(stamp, origin.Reason));
        return new ChangeCauses(
            own.Concat(behind).Distinct().ToLookup(entry => entry.Key, entry => entry.Brought),
            id => catalogue.Departments.FirstOrDefault(department => department.Id == id)?.Name ?? id.Text);
    }

    /// <summary>What changed a figure since a version; null where no delivery did.</summary>
    internal ChangeCause? Of(LevelNumber level, FigureId figure, FormerVersion former)
    {
        var behind = deliveries[(level, figure)];
        if (behind.Select(brought => brought.By).Where(former.IsOlderThan).Max() is not { } stamp)
            return null;
        var reasons = behind.Where(brought => brought.By == stamp).Select(brought => brought.Reason).OfType<string>().Distinct();
        return new ChangeCause(stamp.File, departments(stamp.Department), BerlinTime.Local(stamp.ReceivedAt),
            string.Join("; ", reasons) is { Length: > 0 } said ? said : null);
    }

    /// <summary>A delivery, and why it gave a value anew.</summary>
    private sealed record Brought(DeliveryStamp By, string? Reason);
}

/// <summary>What is known of the deliveries behind the version compared with.</summary>
/// <param name="report">That version.</param>
internal sealed class FormerVersion(ProductReport report)
{
    private readonly HashSet<string> files = [.. report.Rows.SelectMany(row => row.Origins).Select(origin => origin.Sha256)];

    /// <summary>Whether a delivery came in since: a version names the day it was made, and the files of its Ist values.</summary>
    public bool IsOlderThan(DeliveryStamp delivery) =>
        BerlinTime.Day(delivery.ReceivedAt) >= report.AsOf && !files.Contains(delivery.Sha256);
}
