using System.Collections.Immutable;
using System.Globalization;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>Reads <c>benachrichtigung</c>: who is told of what, and when.</summary>
internal static class NotificationReading
{
    /// <summary>The rules of a frame; null where it has none.</summary>
    public static NotificationRules? Of(Section frame, ImmutableArray<Department> departments, FindingList findings)
    {
        if (frame.Child("benachrichtigung") is not { } section)
            return null;
        CheckContacts(frame, findings);
        var known = departments.Select(department => department.Id.Text).ToList();
        return new NotificationRules(section.Form("absender", TextForms.MailAddress) ?? "")
        {
            AnswersTo = section.Form("antwort_an", TextForms.MailAddress),
            Portal = Address(section, "portal"),
            From = section.Form("uhrzeit", TextForms.TimeOfDay) is { } time
                ? TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture)
                : new NotificationRules("").From,
            Reminders = Reminders(section.Child("erinnerung")),
            Administration = Addresses(section, "administration"),
            Controlling = Addresses(section, "controlling"),
            WeeklyOn = section.Text("wochenbericht") is { } day && Words.Weekdays.TryGetValue(day, out var weekday)
                ? weekday
                : null,
            Lists = Lists(section, known, findings),
            Silences = Silences(section, known, findings),
            Targets = Targets(section),
        };
    }

    /// <summary>The products that distribution lists name.</summary>
    public static IEnumerable<(string Text, CataloguePlace Place)> ProductsNamed(Section frame) =>
        (frame.Child("benachrichtigung")?.Children("verteiler") ?? []).SelectMany(list => list.Texts("produkte"));

    private static void CheckContacts(Section frame, FindingList findings)
    {
        foreach (var department in frame.Children("aemter"))
        {
            if (!KeyText.IsMailAddress(department.Text("kontakt")))
                findings.Add(CatalogueFindings.NoContactAddress(
                    department.Map.Find("kontakt") is null ? department.Place : department.At("kontakt"),
                    department.Text("id") ?? "", department.Text("kontakt")));
        }
    }

    private static ReminderDays Reminders(Section? section)
    {
        var usual = ReminderDays.Default;
        return section is null ? usual : new ReminderDays(
            section.Map.Find("vorher") is null ? usual.Before : Days(section, "vorher"),
            section.Text("am_tag") != "nein",
            section.Map.Find("nachher") is null ? usual.After : Days(section, "nachher"));
    }

    private static ImmutableArray<int> Days(Section section, string key) =>
        [.. section.Texts(key).Select(text => (int?)Scalars.Number(text.Text)).OfType<int>()];

    private static ImmutableArray<DistributionList> Lists(Section section, List<string> departments, FindingList findings)
    {
        var lists = ImmutableArray.CreateBuilder<DistributionList>();
        foreach (var entry in section.Children("verteiler"))
        {
            var list = List(entry);
            if (lists.Any(other => other.Name == list.Name))
                findings.Add(CatalogueFindings.DuplicateList(entry.At("name"), list.Name));
            CheckDepartments(entry.Texts("aemter").Append((entry.Text("amt") ?? "", entry.At("amt"))), departments, findings);
            CheckList(entry, list, findings);
            lists.Add(list);
        }

        return lists.ToImmutable();
    }

    private static DistributionList List(Section entry) => new(
        entry.Text("name") ?? "", Addresses(entry, "empfaenger"), entry.Word("rolle", Words.Audiences, Audience.Public))
    {
        Of = entry.Form("amt", TextForms.Department) is { } of ? DepartmentId.Of(of) : null,
        Products = [.. entry.Texts("produkte").Where(number => KeyText.IsNumber(number.Text))
            .Select(number => ProductNumber.Of(number.Text))],
        Departments = [.. entry.Texts("aemter").Where(id => KeyText.IsDepartment(id.Text))
            .Select(id => DepartmentId.Of(id.Text))],
        Areas = [.. entry.Texts("bereiche").Select(number => number.Text)],
        HasCombined = entry.Flag("gesamtbericht"),
        HasDrafts = entry.Flag("entwuerfe"),
        IsAttached = entry.Flag("anhang"),
    };

    private static void CheckList(Section entry, DistributionList list, FindingList findings)
    {
        if (list.Products.IsEmpty && list.Departments.IsEmpty && list.Areas.IsEmpty && !list.HasCombined)
            findings.Add(CatalogueFindings.ListOfNothing(entry.Place, list.Name));
        if (list.Audience == Audience.Department != list.Of is not null)
            findings.Add(CatalogueFindings.ListOfNoDepartment(entry.Place, list.Name));
        if (list.HasDrafts && list.Audience < Audience.Department)
            findings.Add(CatalogueFindings.DraftsForReaders(entry.At("entwuerfe"), list.Name));
    }

    private static ImmutableArray<Silence> Silences(Section section, List<string> departments, FindingList findings)
    {
        var silences = ImmutableArray.CreateBuilder<Silence>();
        foreach (var entry in section.Children("ruhe"))
        {
            CheckDepartments([(entry.Text("amt") ?? "", entry.At("amt"))], departments, findings);
            if (entry.Form("amt", TextForms.Department) is not { } id || Scalars.Date(entry.Text("von") ?? "") is not { } from
                || Scalars.Date(entry.Text("bis") ?? "") is not { } to)
                continue;
            if (to < from)
                findings.Add(CatalogueFindings.SilenceReversed(entry.At("bis"), from, to));
            silences.Add(new Silence(DepartmentId.Of(id), from, to));
        }

        return silences.ToImmutable();
    }

    private static void CheckDepartments(
        IEnumerable<(string Text, CataloguePlace Place)> named, List<string> known, FindingList findings)
    {
        foreach (var (id, place) in named)
        {
            if (KeyText.IsDepartment(id) && !known.Contains(id))
                findings.Add(CatalogueFindings.UnknownDepartment(place, id, known));
        }
    }

    private static ImmutableArray<EventTarget> Targets(Section section) =>
    [
        .. from entry in section.Children("ereignisse")
           let address = Address(entry, "ziel")
           where address is not null
           select new EventTarget(address, [.. entry.Texts("arten").Select(kind => kind.Text)], entry.Flag("intern")),
    ];

    private static Uri? Address(Section section, string key) =>
        section.Form(key, TextForms.SecureAddress) is { } text ? new Uri(text) : null;

    private static ImmutableArray<string> Addresses(Section section, string key) =>
        [.. section.Texts(key).Where(text => KeyText.IsMailAddress(text.Text)).Select(text => text.Text).Distinct()];
}
