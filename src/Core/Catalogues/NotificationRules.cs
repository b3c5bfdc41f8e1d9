using System.Collections.Immutable;

namespace Produktreport.Core.Catalogues;

/// <summary>Who is told of what, and when (<c>benachrichtigung</c>). Without it nobody is told anything.</summary>
/// <param name="Sender">The address messages come from.</param>
public sealed record NotificationRules(string Sender)
{
    /// <summary>Where answers go; null = to the sender.</summary>
    public string? AnswersTo { get; init; }

    /// <summary>The portal's address, for links; null where messages have none.</summary>
    public Uri? Portal { get; init; }

    /// <summary>From when on a day's reminders and findings are sent, Europe/Berlin.</summary>
    public TimeOnly From { get; init; } = new(7, 0);

    /// <summary>When departments are reminded.</summary>
    public ReminderDays Reminders { get; init; } = ReminderDays.Default;

    /// <summary>Whom what was given up on and a faulty catalogue is told.</summary>
    public ImmutableArray<string> Administration { get; init; } = [];

    /// <summary>Who gets the weekly summary.</summary>
    public ImmutableArray<string> Controlling { get; init; } = [];

    /// <summary>The day of the weekly summary; null for none.</summary>
    public DayOfWeek? WeeklyOn { get; init; }

    /// <summary>The distribution lists of reports.</summary>
    public ImmutableArray<DistributionList> Lists { get; init; } = [];

    /// <summary>When which department is told nothing.</summary>
    public ImmutableArray<Silence> Silences { get; init; } = [];

    /// <summary>The programs that are told of events.</summary>
    public ImmutableArray<EventTarget> Targets { get; init; } = [];

    /// <summary>Whether a department's contact is an e-mail address.</summary>
    public static bool IsAddress(string? contact) => KeyText.IsMailAddress(contact);

    /// <summary>Whether a department is told nothing on a day.</summary>
    public bool IsSilent(DepartmentId department, DateOnly day) =>
        Silences.Any(silence => silence.Department == department && silence.From <= day && day <= silence.To);
}

/// <summary>On which days around a deadline whoever has not delivered everything is reminded.</summary>
/// <param name="Before">Days before it, each at least 1.</param>
/// <param name="OnTheDay">Whether on the day itself.</param>
/// <param name="After">Days after it, each at least 1.</param>
public sealed record ReminderDays(ImmutableArray<int> Before, bool OnTheDay, ImmutableArray<int> After)
{
    /// <summary>A week before, on the day, the day after and a week after.</summary>
    public static ReminderDays Default { get; } = new([7], OnTheDay: true, [1, 7]);

    // A day on which the program did not run is made up for.
    private const int MadeUpFor = 2;

    /// <summary>
    /// The day around the deadline whose reminder it is time for, as days left; null for none. One that was missed is made up for
    /// on the two days after, unless another one is due then.
    /// </summary>
    /// <param name="daysLeft">Days left today; negative after the deadline.</param>
    public int? Due(int daysLeft)
    {
        for (var day = daysLeft; day <= daysLeft + MadeUpFor; day++)
        {
            if (day > 0 ? Before.Contains(day) : day == 0 ? OnTheDay : After.Contains(-day))
                return day;
        }

        return null;
    }
}

/// <summary>Who gets reports.</summary>
/// <param name="Name">The list's name, unique in the year.</param>
/// <param name="Recipients">E-mail addresses.</param>
/// <param name="Audience">What its recipients may see.</param>
public sealed record DistributionList(string Name, ImmutableArray<string> Recipients, Audience Audience)
{
    /// <summary>For an <see cref="Catalogues.Audience.Department"/>: which.</summary>
    public DepartmentId? Of { get; init; }

    /// <summary>The products whose reports it gets.</summary>
    public ImmutableArray<ProductNumber> Products { get; init; } = [];

    /// <summary>The departments whose products' reports it gets.</summary>
    public ImmutableArray<DepartmentId> Departments { get; init; } = [];

    /// <summary>Hauptproduktbereiche, Produktbereiche and Produktgruppen whose products' reports it gets.</summary>
    public ImmutableArray<string> Areas { get; init; } = [];

    /// <summary>Whether it gets the combined report.</summary>
    public bool HasCombined { get; init; }

    /// <summary>Whether it is told of drafts as well.</summary>
    public bool HasDrafts { get; init; }

    /// <summary>Whether the report itself comes with the message.</summary>
    public bool IsAttached { get; init; }

    /// <summary>Whether it gets the report of a product.</summary>
    public bool Has(Product product) =>
        Products.Contains(product.Number)
        || Departments.Contains(product.Department)
        || new[] { product.Hierarchy.MainArea.Number, product.Hierarchy.Area.Number, product.Hierarchy.Group.Number }
            .Any(number => Areas.Contains(number));
}

/// <summary>What somebody who is told of reports may see, as the roles of the portal.</summary>
public enum Audience
{
    /// <summary>The public edition of released reports.</summary>
    Public,

    /// <summary>Released reports.</summary>
    Readers,

    /// <summary>Also the drafts of one department.</summary>
    Department,

    /// <summary>Everything.</summary>
    Controlling,
}

/// <summary>A time in which a department is told nothing.</summary>
/// <param name="Department">Which.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record Silence(DepartmentId Department, DateOnly From, DateOnly To);

/// <summary>A program that is told of events.</summary>
/// <param name="Address">Where they go: https.</param>
/// <param name="Kinds">Which; empty for all.</param>
/// <param name="MayBePrivate">Whether its address may be one of the county's own network.</param>
public sealed record EventTarget(Uri Address, ImmutableArray<string> Kinds, bool MayBePrivate);
