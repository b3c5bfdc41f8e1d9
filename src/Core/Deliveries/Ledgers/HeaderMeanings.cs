using System.Globalization;
using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>Holds the years and the Art that headers name against what the profile reads their columns as.</summary>
internal static partial class HeaderMeanings
{
    /// <summary>
    /// Adds a warning for every value column whose header names another year, Art or side of the budget alone; where no header
    /// names it, for a title that does; and for a product column that is one of groups beside one of products.
    /// </summary>
    public static void Check(ImportProfile profile, ProfileColumns header, Metadata metadata, FindingList findings)
    {
        CheckTitle(profile, header, metadata, findings);
        CheckProduct(profile, header, findings);
        CheckSides(profile, header, findings);
        foreach (var value in profile.Values.Where(value => !SideFits(value, header))
            .DistinctBy(value => (value.Column, value.Figure)))
            findings.Add(DeliveryFindings.HeaderContradicts(
                new CellPlace(header.Line, header[value.Column]), SideSaid(value, header)!, $"Grundzahl {value.Figure}"));
        foreach (var value in profile.Values.DistinctBy(value => (value.Column, value.Period, value.Scenario)))
        {
            var column = header[value.Column];
            if (header.NameOf(column) is not { } name
                || (YearFits(name, value) && ArtFits(name, value) && PartFits(name, value, profile, header)
                && IsAmountOf(name, value) && !IsOfYearBefore(name, value, profile, metadata)))
                continue;
            var read = value.Period is { } period ? $"{value.Scenario.GermanName()} {period}" : value.Scenario.GermanName();
            findings.Add(DeliveryFindings.HeaderContradicts(new CellPlace(header.Line, column), name, read));
        }
    }

    private static void CheckTitle(ImportProfile profile, ProfileColumns header, Metadata metadata, FindingList findings)
    {
        var names = profile.Values.Select(value => header.NameOf(header[value.Column]) ?? "").ToList();
        CheckPartOfYear(profile, header, metadata, findings);
        if (metadata.Year is not { } title || profile.PeriodColumns != PeriodColumns.None)
            return;
        var place = new CellPlace(Math.Max(header.Line, 1));
        if (names.TrueForAll(name => YearsIn(name).Count == 0)
            && profile.Values.All(value => value.Period is { } period && period.Year != title.Year))
            findings.Add(DeliveryFindings.HeaderContradicts(place, title.Text, $"{profile.Values[0].Period}"));
        else if ((BudgetPlan().IsMatch(title.Text) || BudgetWords.ScenarioOf(title.Text) == Scenario.Forecast)
            && names.TrueForAll(name => BudgetWords.ScenarioOf(name) is null)
            && profile.Values.All(value => value.Scenario == Scenario.Actual))
            findings.Add(DeliveryFindings.HeaderContradicts(place, title.Text, Scenario.Actual.GermanName()));
    }

    /// <summary>What a title says to be booked up to a day within the year is not the year's.</summary>
    private static void CheckPartOfYear(ImportProfile profile, ProfileColumns header, Metadata metadata, FindingList findings)
    {
        if (metadata.PartOfYear is not (var place, var text, var year))
            return;
        var read = profile.Values.FirstOrDefault(value => value is { Scenario: Scenario.Actual, IsCumulative: false }
            && value.Period is { Kind: PeriodKind.Year } period && (year is null || period.Year == year));
        if (read is not null && profile.PeriodColumns == PeriodColumns.None
            && !PartOrWhole().IsMatch(header.NameOf(header[read.Column]) ?? ""))
            findings.Add(DeliveryFindings.HeaderContradicts(place, text, $"{Scenario.Actual.GermanName()} {read.Period}"));
    }

    /// <summary>
    /// Income and expenses that one column has, told apart by their accounts alone, are of one period and Art.
    /// </summary>
    private static void CheckSides(ImportProfile profile, ProfileColumns header, FindingList findings)
    {
        var sides = profile.Values.Where(value => value.When is { Patterns: [var asked] } && BudgetWords.IsAccount(asked.Column)
            && (BudgetWords.IsIncome(value.Figure.Text) || BudgetWords.IsExpense(value.Figure.Text)));
        foreach (var column in sides.GroupBy(value => (header[value.Column], value.When!.Patterns[0].Column)))
        {
            var income = column.Where(value => BudgetWords.IsIncome(value.Figure.Text)).ToList();
            var expenses = column.Where(value => BudgetWords.IsExpense(value.Figure.Text)).ToList();
            if (income is [var own, ..] && expenses is [var other, ..] && income.TrueForAll(value => IsLike(value, own))
                && expenses.TrueForAll(value => IsLike(value, other)) && !IsLike(own, other))
                findings.Add(DeliveryFindings.SidesOfSeveralPeriods(new CellPlace(header.Line, column.Key.Item1), own.Column,
                    Said(own), Said(other)));
        }

        static bool IsLike(ProfileValue value, ProfileValue other) => (value.Period, value.Scenario, value.IsCumulative)
            == (other.Period, other.Scenario, other.IsCumulative);

        static string Said(ProfileValue value) => $"{value.Figure} {value.Scenario.GermanName()} {value.Period}";
    }

    private static void CheckProduct(ImportProfile profile, ProfileColumns header, FindingList findings)
    {
        var column = header[profile.ProductColumn];
        if (column >= 0 && header.NameOf(column) is { } name && (Group().IsMatch(name) || BudgetWords.IsAccount(name))
            && Enumerable.Range(0, header.Line > 0 ? header.Count : 0).Any(
                other => other != column && BudgetWords.ProductRank(header.NameOf(other) ?? "") > 2))
            findings.Add(DeliveryFindings.HeaderContradicts(new CellPlace(header.Line, column), name, "Produktnummer"));
    }

    private static bool SideFits(ProfileValue value, ProfileColumns header) => SideSaid(value, header) is not { } said
        || (BudgetWords.IsIncome(said) ? !BudgetWords.IsExpense(value.Figure.Text) : !BudgetWords.IsIncome(value.Figure.Text));

    /// <summary>
    /// What a header, or all patterns of a condition, say of income or of expenses alone; null where they say neither.
    /// </summary>
    private static string? SideSaid(ProfileValue value, ProfileColumns header)
    {
        string[][] said = [[header.NameOf(header[value.Column]) ?? ""],
            .. (value.When?.Patterns ?? []).Select(each => each.Patterns.ToArray())];
        return said.FirstOrDefault(texts => texts.Length > 0 && (Array.TrueForAll(texts, text => IsOnly(text, income: true))
            || Array.TrueForAll(texts, text => IsOnly(text, income: false))))?[0];
    }

    private static bool IsOnly(string text, bool income) => !BudgetWords.IsBalance(text)
        && (income ? BudgetWords.IsIncome(text) : BudgetWords.IsExpense(text));

    /// <summary>The years a header names.</summary>
    public static IReadOnlyList<int> YearsIn(string name) =>
        Year().Matches(name).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture))
            .ToList() is { Count: > 0 } whole
            ? whole
            : [.. ShortYear().Matches(name).Select(match => 2000 + int.Parse(match.Groups["year"].Value,
                CultureInfo.InvariantCulture))];

    private static bool YearFits(string name, ProfileValue value) => YearsIn(name) is var years
        && (value.Period is not { } period || years.Count == 0 || years.Contains(period.Year));

    /// <summary>
    /// Whether the quarter, month or day a header names is that of the value, or one of those that add up to it: what is booked
    /// up to a day within the year is not the year's.
    /// </summary>
    private static bool PartFits(string name, ProfileValue value, ImportProfile profile, ProfileColumns header)
    {
        if (value.Period is not { } period)
            return true;
        if (period.Kind == PeriodKind.Year && value.Scenario == Scenario.Actual && TitleTimes.MonthEndIn(name) is not null)
            return false;
        var isCumulative = value.IsCumulative || Cumulative().IsMatch(name);
        return (PartIn(name, period) is not { } part || part == period || (isCumulative && part.End == period.End)
                || profile.Values.Where(other => (other.Figure, other.Period, other.Scenario)
                        == (value.Figure, value.Period, value.Scenario))
                    .Select(other => PartIn(header.NameOf(header[other.Column]) ?? "", period)).Distinct()
                    .Sum(other => other is { } added && period.Contains(added) ? MonthsOf(added) : 0) == MonthsOf(period))
            && ReadIn(name, period).OfType<PeriodReading.Stretch>().All(stretch => stretch.Last == period.End);
    }

    /// <summary>The only quarter, month or half-year a header names; null where it names none, or several.</summary>
    private static Period? PartIn(string name, Period period) => ReadIn(name, period).OfType<PeriodReading.Whole>()
        .Select(whole => whole.Period).Where(whole => whole.Kind != PeriodKind.Year).Distinct()
            .ToList() is [var only] ? only : null;

    private static IEnumerable<PeriodReading> ReadIn(string name, Period period) =>
        TitleTimes.All(YearsIn(name).Count == 0 ? $"{name} {period.Year}" : name);

    private static int MonthsOf(Period period) => period.End.Month - period.Start.Month + 1;

    /// <summary>What is left of income or expenses, or differs between two of them, is neither.</summary>
    private static bool IsAmountOf(string name, ProfileValue value) => !BudgetWords.IsDifference(name)
        || !(BudgetWords.IsIncome(value.Figure.Text) || BudgetWords.IsExpense(value.Figure.Text));

    /// <summary>
    /// Whether a header says that its amounts are those of the year before, while neither the title nor another column is of a
    /// later one.
    /// </summary>
    private static bool IsOfYearBefore(string name, ProfileValue value, ImportProfile profile, Metadata metadata) =>
        BudgetWords.YearsBefore(name) > 0 && YearsIn(name).Count == 0 && value.Period is { } period
        && (metadata.Year?.Year ?? period.Year) <= period.Year
        && profile.Values.All(other => other.Period is not { } read || read.Year <= period.Year);

    private static bool ArtFits(string name, ProfileValue value)
    {
        var said = name.Split([' ', '-', '/', '(', ')', '.'])
            .Where(word => !word.Equals("Soll", StringComparison.OrdinalIgnoreCase)) // Soll und Haben
            .Select(word => Scenarios.Parse(word)).OfType<Scenario>().ToList();
        if (said.Count == 0 && ArtBefore().Match(name) is { Success: true, Groups: var groups })
            said.Add(groups["plan"].Success ? Scenario.Plan : Scenario.Forecast);
        return said.Count == 0 || said.Contains(value.Scenario);
    }

    [GeneratedRegex(@"haushaltsplan|haushaltsentwurf|nachtragshaushalt|^([0-9]\. ?)?nachtrag\b",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex BudgetPlan();

    [GeneratedRegex(@"\bkum|aufgelaufen|\bytd\b",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Cumulative();

    /// <summary>A header that says itself how much of the year it is of.</summary>
    [GeneratedRegex(@"gesamt|31\.12\.|quartal|monat|jahresergebnis|jahresrechnung|jahresabschluss",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex PartOrWhole();

    [GeneratedRegex("gruppe|bereich|teilhaushalt",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Group();

    /// <summary>Words that begin with an Art or say it otherwise.</summary>
    [GeneratedRegex(@"\b((?<plan>plan(ergebnis|wert|zahl|betrag|ung|ansatz))|erwartet|hochgerechnet|vorausschau)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex ArtBefore();

    /// <summary>
    /// A year of two digits behind a word that years follow, or an apostrophe: <c>RE 23</c>, <c>Ergebnis '23</c>.
    /// </summary>
    [GeneratedRegex(@"(\b(RE|JR|ist|ergebnis|ansatz|plan|HHP|HHJ|HH|GJ|jahr|rechnung|prognose) |['’])(?<year>[1-4][0-9])\b",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"\b(19|20)\d\d\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Year();
}
