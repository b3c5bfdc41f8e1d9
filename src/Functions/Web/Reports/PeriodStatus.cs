using Produktreport.Functions.Web.Deliveries;

namespace Produktreport.Functions.Web.Reports;

/// <summary>Who has delivered for a period, what is missing, and how many days are left.</summary>
internal sealed class PeriodStatusReader(PublishedCatalogues published, LiveReports live, IFigureStore figures, InboxFiles inbox,
    Calendar calendar)
{
    /// <summary>The periods somebody can deliver for now: of every catalogue year those that have begun, latest first.</summary>
    public async Task<IReadOnlyList<PeriodInfo>> Periods(CancellationToken cancellation = default) =>
        Periods(await published.Load(cancellation));

    /// <summary>Those of them whose reports are due, latest first.</summary>
    public async Task<IReadOnlyList<Period>> Due(CancellationToken cancellation = default) =>
        [.. (await Periods(cancellation)).Where(info => info.IsDue).Select(info => PeriodText.Parse(info.Period))];

    /// <summary>The same of these catalogues.</summary>
    public IReadOnlyList<PeriodInfo> Periods(CatalogueSet catalogues) =>
    [
        .. catalogues.ByYear.Values
            .SelectMany(catalogue => Periods(catalogue).Select(period => Info(period, catalogue)))
            .OrderByDescending(info => PeriodText.Parse(info.Period), Period.ByEnd),
    ];

    /// <summary>
    /// The period to look at first: the last one that has ended while a visitor's departments owe anything of it, else the one
    /// whose deadline comes next. Null where there is none.
    /// </summary>
    /// <param name="periods">The periods to choose from, latest first.</param>
    /// <param name="visitor">Who looks.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<PeriodInfo?> Due(
        IReadOnlyList<PeriodInfo> periods, Visitor visitor, CancellationToken cancellation = default)
    {
        if (periods.FirstOrDefault(info => info.End < calendar.Today) is { } ended
            && (ended.DaysLeft >= 0 || (await live.Of(PeriodText.Parse(ended.Period), cancellation))
                .Any(report => visitor.WorksFor(report.Head.Department) && !report.Missing.IsEmpty)))
            return ended;
        return periods.Where(info => info.DaysLeft >= 0).MinBy(info => info.Deadline)
            ?? (periods is [var latest, ..] ? latest : null);
    }

    /// <summary>The status of a period as far as a visitor's departments go; null where the year has no catalogue.</summary>
    public async Task<PeriodStatus?> Read(Period period, Visitor visitor, CancellationToken cancellation = default)
    {
        var source = await live.Source(cancellation);
        if (source.Catalogues.ByYear.GetValueOrDefault(period.Year) is not { } catalogue)
            return null;
        var reports = live.Of(period, source).ToLookup(report => report.Head.Department);
        var accepted = (await figures.Deliveries(cancellation)).ToLookup(stamp => stamp.Department);
        var uploads = (await inbox.List(visitor, department: null, cancellation)).ToLookup(upload => upload.Department);
        var touching = FilesFor(period, source.Figures);
        return new PeriodStatus(
            Info(period, catalogue),
            [
                .. from department in catalogue.Departments
                   where visitor.WorksFor(department.Id) && reports[department.Id].Any()
                   select Of(department, catalogue, [.. reports[department.Id]],
                       accepted[department.Id].FirstOrDefault()?.ReceivedAt) with
                   {
                       LastAttempt = DeliveryAttempt.Latest([.. uploads[department.Id.Text]], touching),
                   },
            ]);
    }

    /// <summary>
    /// What a department owes still, by the period whose template asks for it: overdue ones first, then what is due next, then
    /// what may be delivered early. Over the periods of a year up to one of them these are the values missing in its reports.
    /// </summary>
    public async Task<IReadOnlyList<DeliveryTask>> Tasks(DepartmentId department, CancellationToken cancellation = default)
    {
        var source = await live.Source(cancellation);
        return
        [
            .. from catalogue in source.Catalogues.ByYear.Values
               let open = Missing(source, catalogue, department)
               from period in Periods(catalogue)
               let missing = open.Where(entry => HomeOf(entry, catalogue) == period).ToList()
               let owed = Owed(catalogue, department).Sum(product => OwedValue.Of(product, period).Count())
               where missing.Count > 0
               orderby catalogue.Reporting.Deadline(period), period
               select new DeliveryTask(Info(period, catalogue), period.End < calendar.Today, owed, missing),
        ];
    }

    private List<MissingEntry> Missing(ReportSource source, Catalogue catalogue, DepartmentId department) =>
    [
        .. Periods(catalogue).GroupBy(period => period.Kind).Select(kind => kind.Max())
            .SelectMany(period => Owed(catalogue, department).Select(product =>
                source.Product(product.Number, period, calendar.Today)))
            .SelectMany(report => report.Missing.Select(figure => Of(report, figure)))
            .DistinctBy(entry => (entry.Level, entry.Id, entry.Period)),
    ];

    // The shortest period reported that holds it whole: of a month that is missing its quarter.
    private static Period HomeOf(MissingEntry entry, Catalogue catalogue)
    {
        var period = PeriodText.Parse(entry.Period);
        return period.Within(
            catalogue.Reporting.Kinds.Where(kind => kind >= period.Kind).DefaultIfEmpty(PeriodKind.Year).Min());
    }

    private static IEnumerable<Product> Owed(Catalogue catalogue, DepartmentId department) =>
        catalogue.Products.Where(product => product.Department == department);

    private IEnumerable<Period> Periods(Catalogue catalogue) => catalogue.Reporting.Kinds
        .SelectMany(kind => Period.AllOf(catalogue.Year, kind)).Where(period => period.Start <= calendar.Today);

    /// <summary>
    /// The files that have a current value within a period. The last one a department sent for it is always among them.
    /// </summary>
    private static HashSet<string> FilesFor(Period period, FigureSet figures) =>
    [
        .. figures.Values.Where(value => period.Contains(value.Delivered.Period)).Select(value => value.Delivery.File).Distinct(),
    ];

    private PeriodInfo Info(Period period, Catalogue catalogue)
    {
        var deadline = catalogue.Reporting.Deadline(period);
        return new PeriodInfo(period.ToString(), period.Start, period.End, deadline,
            deadline.DayNumber - calendar.Today.DayNumber, deadline <= calendar.Today);
    }

    private static DepartmentStatus Of(Department department, Catalogue catalogue, IReadOnlyList<ProductReport> reports,
        DateTimeOffset? latest)
    {
        var missing = reports.SelectMany(report => report.Missing.Select(figure => Of(report, figure))).ToList();
        var (expected, delivered) = (0, 0);
        foreach (var report in reports)
        {
            var owed = OwedValue.UpTo(catalogue.Find(report.Product)!, report.Period).ToList();
            expected += owed.Count;
            delivered += owed.Count(value => !report.Missing.Any(figure => IsOf(figure, value)));
        }

        return new DepartmentStatus(
            department.Id.Text, department.Name, department.Contact, missing.Count == 0, latest,
            [.. reports.Select(report => report.Product.Text)], missing)
        {
            Expected = expected,
            Delivered = delivered,
        };
    }

    // What is missing may be a part of what is owed: a month of the quarter.
    private static bool IsOf(MissingFigure missing, OwedValue owed) =>
        missing.Level == owed.Level.LevelNumber && missing.Figure == owed.Figure.Id && owed.Period.Contains(missing.Period);

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
/// <param name="Period">The period: <c>2026-Q3</c>.</param>
/// <param name="Start">Its first day.</param>
/// <param name="End">Its last day.</param>
/// <param name="Deadline">The last day on which its figures are in time.</param>
/// <param name="DaysLeft">Days left; negative when overdue.</param>
/// <param name="IsDue">Whether its reports are due.</param>
public sealed record PeriodInfo(
    [property: JsonPropertyName("periode")] string Period,
    [property: JsonPropertyName("beginn")] DateOnly Start,
    [property: JsonPropertyName("ende")] DateOnly End,
    [property: JsonPropertyName("meldeschluss")] DateOnly Deadline,
    [property: JsonPropertyName("tageBisMeldeschluss")] int DaysLeft,
    [property: JsonPropertyName("faellig")] bool IsDue);

/// <summary>What a department owes of one period.</summary>
/// <param name="Period">The period, with its deadline.</param>
/// <param name="HasEnded">Whether its figures can all be known; before that they may be delivered early.</param>
/// <param name="Owed">How many values of the period itself are owed, those that are there included.</param>
/// <param name="Missing">Those that are missing.</param>
public sealed record DeliveryTask(PeriodInfo Period, bool HasEnded, int Owed, IReadOnlyList<MissingEntry> Missing)
{
    /// <summary>Whether its deadline is past.</summary>
    public bool IsOverdue => Period.DaysLeft < 0;
}

/// <summary>How the deliveries of a period stand.</summary>
/// <param name="Period">The period.</param>
/// <param name="Departments">One for each department that answers for products, in catalogue order.</param>
public sealed record PeriodStatus(
    [property: JsonPropertyName("zeitraum")] PeriodInfo Period,
    [property: JsonPropertyName("aemter")] IReadOnlyList<DepartmentStatus> Departments);

/// <summary>How one department stands.</summary>
/// <param name="Department">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Contact">Whom to ask; null where the catalogue gives nobody.</param>
/// <param name="IsComplete">Whether nothing is missing, from January to the end of the period.</param>
/// <param name="LastDelivery">When it last delivered anything that was accepted; null for never.</param>
/// <param name="Products">The products it answers for.</param>
/// <param name="Missing">Every missing value, from January to the end of the period.</param>
public sealed record DepartmentStatus(
    [property: JsonPropertyName("amt")] string Department,
    [property: JsonPropertyName("bezeichnung")] string Name,
    [property: JsonPropertyName("kontakt")] string? Contact,
    [property: JsonPropertyName("vollstaendig")] bool IsComplete,
    [property: JsonPropertyName("letzteLieferung")] DateTimeOffset? LastDelivery,
    [property: JsonPropertyName("produkte")] IReadOnlyList<string> Products,
    [property: JsonPropertyName("fehlend")] IReadOnlyList<MissingEntry> Missing)
{
    /// <summary>
    /// How many values have to be delivered for its products from January to the end of the period: as many as the templates
    /// have rows for them.
    /// </summary>
    [JsonPropertyName("erwartet")]
    public int Expected { get; init; }

    /// <summary>How many of them are there.</summary>
    [JsonPropertyName("geliefert")]
    public int Delivered { get; init; }

    /// <summary>What it last sent for the period, or sent since without success; null where there is neither.</summary>
    [JsonPropertyName("letzterVersuch")]
    public DeliveryAttempt? LastAttempt { get; init; }
}

/// <summary>A file a department sent, and what became of it.</summary>
/// <param name="File">Its path: <c>buero-landrat/2026-q3.csv</c>.</param>
/// <param name="Status">
/// <c>angenommen</c>, <c>abgelehnt</c>, <c>zurückgezogen</c>, or <c>in Arbeit</c> before its receipt is there.
/// </param>
/// <param name="ReceivedAt">When it arrived, Berlin time.</param>
/// <param name="Receipt">Address of the receipt on this server.</param>
public sealed record DeliveryAttempt(
    [property: JsonPropertyName("datei")] string File,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("eingegangen")] DateTimeOffset ReceivedAt,
    [property: JsonPropertyName("quittung")] string Receipt)
{
    /// <summary>
    /// The newest file with a value for the period. A newer one that was not accepted comes first. Nobody knows which period
    /// that one was meant for, and whoever waits for its values should learn of it.
    /// </summary>
    /// <param name="uploads">A department's files, latest first.</param>
    /// <param name="touching">The paths of the files with a value for the period.</param>
    public static DeliveryAttempt? Latest(IReadOnlyList<DeliveryEntry> uploads, IReadOnlySet<string> touching) =>
        (uploads is [{ IsAccepted: false, Status: not ReceiptStatus.Withdrawn } failed, ..]
            ? failed
            : uploads.FirstOrDefault(upload => touching.Contains(upload.File))) is { } latest
            ? new DeliveryAttempt(latest.File, latest.Status, latest.ReceivedAt, latest.Receipt)
            : null;
}

/// <summary>A missing value.</summary>
/// <param name="Product">The product's number.</param>
/// <param name="ProductName">The product's name.</param>
/// <param name="Level">The product's number or a service's.</param>
/// <param name="LevelName">Its name.</param>
/// <param name="Id">The figure.</param>
/// <param name="Name">The figure's name.</param>
/// <param name="Period">The period that is missing.</param>
/// <param name="Deadline">Its deadline.</param>
public sealed record MissingEntry(
    [property: JsonPropertyName("produkt")] string Product,
    [property: JsonPropertyName("produktBezeichnung")] string ProductName,
    [property: JsonPropertyName("ebene")] string Level,
    [property: JsonPropertyName("ebeneBezeichnung")] string LevelName,
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("bezeichnung")] string Name,
    [property: JsonPropertyName("periode")] string Period,
    [property: JsonPropertyName("meldeschluss")] DateOnly Deadline);
