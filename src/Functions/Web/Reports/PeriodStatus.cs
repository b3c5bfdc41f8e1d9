using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports;
using Produktreport.Functions.Hosting;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Web.Reports;

/// <summary>Who has delivered for a period, what is missing, and how many days are left.</summary>
public sealed class PeriodStatusReader(LiveReports live, IFigureStore figures, Calendar calendar)
{
    /// <summary>The periods somebody can deliver for now: of every catalogue year those that have begun, latest first.</summary>
    public async Task<IReadOnlyList<PeriodInfo>> Periods(CancellationToken cancellation = default)
    {
        var catalogues = (await live.Source(cancellation)).Catalogues;
        return
        [
            .. catalogues.ByYear.Values
                .SelectMany(catalogue => catalogue.Reporting.Kinds.SelectMany(kind => Period.AllOf(catalogue.Year, kind))
                    .Select(period => Info(period, catalogue)))
                .Where(info => PeriodText.Parse(info.Periode).Start <= calendar.Today)
                .OrderByDescending(info => PeriodText.Parse(info.Periode), Period.ByEnd),
        ];
    }

    /// <summary>The status of a period as far as a visitor's departments go; null where the year has no catalogue.</summary>
    public async Task<PeriodStatus?> Read(Period period, Visitor visitor, CancellationToken cancellation = default)
    {
        if ((await live.Source(cancellation)).Catalogues.ByYear.GetValueOrDefault(period.Year) is not { } catalogue)
            return null;
        var reports = (await live.Of(period, cancellation)).ToLookup(report => report.Head.Department);
        var deliveries = (await figures.Deliveries(cancellation)).ToLookup(stamp => stamp.Department);
        return new PeriodStatus(
            Info(period, catalogue),
            [
                .. catalogue.Departments.Where(department => visitor.WorksFor(department.Id) && reports[department.Id].Any())
                    .Select(department => Of(department, [.. reports[department.Id]], deliveries[department.Id].FirstOrDefault()?.ReceivedAt)),
            ]);
    }

    private PeriodInfo Info(Period period, Catalogue catalogue)
    {
        var deadline = catalogue.Reporting.Deadline(period);
        return new PeriodInfo(period.ToString(), period.Start, period.End, deadline, deadline.DayNumber - calendar.Today.DayNumber, deadline <= calendar.Today);
    }

    private static DepartmentStatus Of(Department department, IReadOnlyList<ProductReport> reports, DateTimeOffset? latest)
    {
        var missing = reports.SelectMany(report => report.Missing.Select(figure => Of(report, figure))).ToList();
        return new DepartmentStatus(
            department.Id.Text, department.Name, department.Contact, missing.Count == 0, latest, [.. reports.Select(report => report.Product.Text)], missing);
    }

    private static MissingEntry Of(ProductReport report, MissingFigure figure) => new(
        report.Product.Text,
        report.Name,
        figure.Level.Text,
        report.Levels.FirstOrDefault(level => level.Number == figure.Level)?.Name ?? "",
        figure.Figure.Text,
        figure.Name,
        figure.Period.ToString(),
        figure.Deadline);
}

/// <summary>A period that is reported.</summary>
/// <param name="Periode">The period: <c>2026-Q3</c>.</param>
/// <param name="Beginn">Its first day.</param>
/// <param name="Ende">Its last day.</param>
/// <param name="Meldeschluss">The last day on which its figures are in time.</param>
/// <param name="TageBisMeldeschluss">Days left; negative when overdue.</param>
/// <param name="Faellig">Whether its reports are due.</param>
public sealed record PeriodInfo(string Periode, DateOnly Beginn, DateOnly Ende, DateOnly Meldeschluss, int TageBisMeldeschluss, bool Faellig);

/// <summary>How the deliveries of a period stand.</summary>
/// <param name="Zeitraum">The period.</param>
/// <param name="Aemter">One for each department that answers for products, in catalogue order.</param>
public sealed record PeriodStatus(PeriodInfo Zeitraum, IReadOnlyList<DepartmentStatus> Aemter);

/// <summary>How one department stands.</summary>
/// <param name="Amt">Its id.</param>
/// <param name="Bezeichnung">Its name.</param>
/// <param name="Kontakt">Whom to ask; null where the catalogue gives nobody.</param>
/// <param name="Vollstaendig">Whether nothing is missing.</param>
/// <param name="LetzteLieferung">When it last delivered anything that was accepted; null for never.</param>
/// <param name="Produkte">The products it answers for.</param>
/// <param name="Fehlend">Every missing value.</param>
public sealed record DepartmentStatus(
    string Amt,
    string Bezeichnung,
    string? Kontakt,
    bool Vollstaendig,
    DateTimeOffset? LetzteLieferung,
    IReadOnlyList<string> Produkte,
    IReadOnlyList<MissingEntry> Fehlend);

/// <summary>A missing value.</summary>
/// <param name="Produkt">The product's number.</param>
/// <param name="ProduktBezeichnung">The product's name.</param>
/// <param name="Ebene">The product's number or a service's.</param>
/// <param name="EbeneBezeichnung">Its name.</param>
/// <param name="Id">The figure.</param>
/// <param name="Bezeichnung">The figure's name.</param>
/// <param name="Periode">The period that is missing.</param>
/// <param name="Meldeschluss">Its deadline.</param>
public sealed record MissingEntry(
    string Produkt, string ProduktBezeichnung, string Ebene, string EbeneBezeichnung, string Id, string Bezeichnung, string Periode, DateOnly Meldeschluss);
