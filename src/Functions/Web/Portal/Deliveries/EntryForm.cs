using Produktreport.Core.Deliveries.Templates;

namespace Produktreport.Functions.Web.Portal.Deliveries;

/// <summary>The values of a product that a department enters in the browser for a period.</summary>
/// <param name="Department">Who delivers.</param>
/// <param name="Product">The product.</param>
/// <param name="Period">The period.</param>
/// <param name="Fields">One for each value owed, in catalogue order.</param>
public sealed record EntryForm(Department Department, Product Product, Period Period, ImmutableArray<EntryField> Fields)
{
    /// <summary>How many fields a form may have: five for each of 1,600 values.</summary>
    public const int MostFields = 8_000;

    /// <summary>What concerns the whole form, in German; null where nothing does.</summary>
    public string? Message { get; init; }

    /// <summary>What was found that belongs to no field.</summary>
    public ImmutableArray<FindingView> Findings { get; init; } = [];

    /// <summary>The reports that would change; null where that was not asked for.</summary>
    public IReadOnlyList<ReportEffect>? Effects { get; init; }

    /// <summary>How many values would be sent.</summary>
    public int Changed { get; init; }

    /// <summary>The fields with something that keeps the form from being sent.</summary>
    public IEnumerable<EntryField> Faulty => Fields.Where(entry => entry.Fault is not null);
}

/// <summary>One value of the form: what is known of it, and what was typed.</summary>
/// <param name="Row">The value owed, with the last one and the expected range.</param>
/// <param name="Current">The value that counts now; null where there is none.</param>
/// <param name="Plan">The Plan of the same period; null where there is none.</param>
public sealed record EntryField(TemplateRow Row, StoredValue? Current, decimal? Plan)
{
    /// <summary>The longest value, in characters.</summary>
    public const int LongestValue = 40;

    /// <summary>The longest Erläuterung or Korrekturgrund, in characters.</summary>
    public const int LongestText = 500;

    /// <summary>Its name in the form and its place on the page: <c>11112-sprechstunden-2026-Q3</c>.</summary>
    public string Key => $"{Row.Level.LevelNumber}-{Row.Figure.Id}-{Row.Period}";

    /// <summary>The value that counts now, as it is typed; blank where there is none.</summary>
    public string CurrentText => Current is null ? ""
        : Current.Delivered.Value is { } value ? GermanFormat.Exact(value).Replace('−', '-') : "k.A.";

    /// <summary>The Erläuterung that counts now, as the form shows it; blank where there is none.</summary>
    public string CurrentRemark => OneLine(Current?.Explanation?.Text ?? "", LongestText);

    /// <summary>The value as typed.</summary>
    public string Value { get; init; } = "";

    /// <summary>The Erläuterung as typed.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The Korrekturgrund as typed.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What keeps it from being sent, and what to do; null where nothing does.</summary>
    public string? Fault { get; init; }

    /// <summary>What to look at again; null where there is nothing.</summary>
    public string? Warning { get; init; }

    /// <summary>Whether anything was typed that is not there already.</summary>
    public bool IsChanged => Value != CurrentText || Remark != CurrentRemark || Reason.Length > 0;

    /// <summary>The field as it is shown before anything is typed.</summary>
    public EntryField Untouched() => this with { Value = CurrentText, Remark = CurrentRemark, Reason = "" };

    /// <summary>Text as a field of one line holds it: the file has a line for each value.</summary>
    public static string OneLine(string text, int longest)
    {
        var line = string.Join(' ', text.Split(
            ['\r', '\n', '\t', '\0'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= longest ? line : line[..longest];
    }

    /// <summary>The row of the file that is sent.</summary>
    public TemplateRow Filled() => Row with
    {
        Value = Value,
        Remark = Remark.Length == 0 && CurrentRemark.Length > 0 ? Core.Figures.Remark.Withdrawal
            : Remark == CurrentRemark ? "" : Remark,
        Reason = Reason,
        IsCumulative = Current?.Delivered.IsCumulative ?? Row.Figure.IsCumulative,
    };
}
