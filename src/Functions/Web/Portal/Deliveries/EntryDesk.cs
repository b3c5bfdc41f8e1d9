using Produktreport.Core.Deliveries;
using Produktreport.Core.Deliveries.Templates;
using Produktreport.Core.Findings;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Functions.Web.Deliveries;

namespace Produktreport.Functions.Web.Portal.Deliveries;

/// <summary>
/// Values typed in the browser. They are sent as a file like any other, written by the writer of the templates, so that receipt,
/// provenance, checks and corrections are those of every delivery.
/// </summary>
internal sealed class EntryDesk(
    LiveReports live, Upload upload, DeliveryEffects effects, Calendar calendar, TimeProvider clock)
{
    private const string IsBlank =
        "Ein gelieferter Wert lässt sich ersetzen, nicht leeren: k.A. = unbekannt, - = nichts vorhanden. Soll eine ganze "
        + "Lieferung nicht gelten, ziehen Sie sie unter „Lieferungen“ zurück.";
    private const string IsAlone =
        "Erläuterung und Korrekturgrund gehören zu einem Wert: Bitte tragen Sie ihn ein (k.A., wenn er unbekannt ist).";

    /// <summary>The products a department has values to enter of for a period; null where it cannot.</summary>
    public async Task<IReadOnlyList<EntryForm>?> Load(
        DepartmentId department, Period period, ProductNumber? product = null, CancellationToken cancellation = default)
    {
        var source = await live.Source(cancellation);
        if (source.Catalogues.ByYear.GetValueOrDefault(period.Year) is not { } catalogue
            || !catalogue.Reporting.Kinds.Contains(period.Kind) || period.Start > calendar.Today
            || catalogue.Find(department) is not { } known)
            return null;
        var calculator = new FigureCalculator(source.Catalogues, source.Figures);
        return
        [
            .. DeliveryTemplate.For(catalogue, known, period, source.Figures).Rows
                .Where(row => product is null || row.Product.Number == product).GroupBy(row => row.Product)
                .Select(group => new EntryForm(
                    known, group.Key, period, [.. group.Select(row => Field(row, source.Figures, calculator))])),
        ];
    }

    /// <summary>Checks what was typed, or sends it.</summary>
    /// <param name="visitor">Who typed it.</param>
    /// <param name="form">The form as it would be shown now.</param>
    /// <param name="posted">What was sent.</param>
    /// <param name="checksOnly">Whether nothing is to be stored.</param>
    /// <param name="cancellation">Stops before anything is stored.</param>
    public async Task<EntryOutcome> Run(
        Visitor visitor, EntryForm form, IFormCollection posted, bool checksOnly, CancellationToken cancellation)
    {
        form = form with { Fields = [.. form.Fields.Select(field => Typed(field, posted))] };
        var name = FormattableString.Invariant(
            $"eingabe-{form.Period}-{form.Product.Number}-{BerlinTime.Local(clock.GetUtcNow()):yyyyMMdd-HHmmss}.csv");
        var changed = form.Fields.Where(field => field.IsChanged && field.Fault is null).ToList();
        if (changed.Count > 0 && await Check(form, name, changed, cancellation) is UploadOutcome.Checked { Result: { } first })
            // 1234 for 1.234 is no change.
            changed = [.. changed.Where((field, index) => !IsSame(field, index, first))];
        if (changed.Count == 0 && form.Faulty.Any())
            return new EntryOutcome.Shown(form);
        if (changed.Count == 0)
            return new EntryOutcome.Shown(form with { Message = "Es wurde nichts geändert; gesendet wurde nichts." });
        var outcome = await Check(form, name, changed, cancellation);
        if (outcome is not UploadOutcome.Checked judged)
            return new EntryOutcome.NotTaken(outcome);
        var shown = Judged(form, changed, ReceiptView.Of(judged.Result.Receipt)) with { Changed = changed.Count };
        // All that is wrong is said at once.
        if (!judged.Result.Receipt.IsAccepted || shown.Faulty.Any())
            return new EntryOutcome.Shown(shown);
        return checksOnly
            ? new EntryOutcome.Shown(shown with { Effects = await effects.Of(judged.Result.Delivery!, cancellation) })
            : await Send(visitor, form, name, changed, cancellation);
    }

    private async Task<EntryOutcome> Send(
        Visitor visitor, EntryForm form, string name, List<EntryField> changed, CancellationToken cancellation)
    {
        // Two who send within a second each get a file of their own.
        for (var number = 1; ; number++)
        {
            var free = number == 1 ? name : $"{Path.GetFileNameWithoutExtension(name)}-{number}.csv";
            using var content = new MemoryStream(Write(form, changed));
            var outcome = await upload.Run(visitor, form.Department.Id, free, content, cancellation);
            if (outcome is UploadOutcome.Stored stored)
                return new EntryOutcome.Sent(stored.Path);
            if (outcome is not UploadOutcome.NameTaken)
                return new EntryOutcome.NotTaken(outcome);
        }
    }

    private async Task<UploadOutcome> Check(
        EntryForm form, string name, List<EntryField> changed, CancellationToken cancellation)
    {
        using var content = new MemoryStream(Write(form, changed));
        return await upload.Check(form.Department.Id, name, content, cancellation);
    }

    private static byte[] Write(EntryForm form, List<EntryField> changed) => CsvTemplate.Write(
        new DeliveryTemplate(form.Department, form.Period, [.. changed.Select(field => field.Filled())]) { IsEntered = true });

    private static bool IsSame(EntryField field, int index, DeliveryResult result) =>
        field.Current is { } current && field.Remark == field.CurrentRemark && field.Reason.Length == 0
        && result.Delivery?.Values.FirstOrDefault(value => value.Cell.Line == CsvTemplate.FirstLine + index) is { } value
        && value.Value == current.Delivered.Value;

    private static EntryField Field(TemplateRow row, FigureSet figures, FigureCalculator calculator)
    {
        var address = new FigureAddress(row.Product.Number, row.Level.LevelNumber, row.Figure.Id);
        return new EntryField(
            row,
            figures.Find(new ValueKey(address, row.Period, Scenario.Actual)),
            (calculator.Value(address, row.Period, Scenario.Plan) as CalculatedValue.Known)?.Value).Untouched();
    }

    // What was shown to the person comes back with what was typed: what somebody else changed meanwhile is never overwritten
    // unseen.
    private static EntryField Typed(EntryField field, IFormCollection posted)
    {
        if (!posted.ContainsKey($"ist.{field.Key}"))
            return field;
        var typed = field with
        {
            Value = Text(posted, "ist", field, EntryField.LongestValue),
            Remark = Text(posted, "bemerkung", field, EntryField.LongestText),
            Reason = Text(posted, "grund", field, EntryField.LongestText),
        };
        var shown = Text(posted, "war", field, EntryField.LongestValue);
        var shownRemark = Text(posted, "text", field, EntryField.LongestText);
        if (typed.Value == shown && typed.Remark == shownRemark && typed.Reason.Length == 0)
            return field;
        if (typed.Value == field.CurrentText && typed.Remark == field.CurrentRemark && typed.Reason.Length == 0)
            return field;
        if (shown != field.CurrentText || shownRemark != field.CurrentRemark)
            return typed with { Fault = Overtaken(field) };
        return typed switch
        {
            { Value: "", Current: not null } => typed with { Fault = IsBlank },
            { Value: "" } => typed with { Fault = IsAlone },
            _ => typed,
        };
    }

    private static string Overtaken(EntryField field) => field.Current is { } current
        ? $"Inzwischen hat „{current.Delivery.File}“ ({BerlinTime.Text(current.Delivery.ReceivedAt)}) hier "
            + $"{field.CurrentText} geliefert{(field.CurrentRemark.Length == 0 ? "" : $" („{field.CurrentRemark}“)")}. "
            + "Ihre Eingabe steht noch da; senden Sie noch einmal, wenn sie gelten soll."
        : "Inzwischen wurde der Wert zurückgezogen. Ihre Eingabe steht noch da; senden Sie noch einmal, wenn sie gelten soll.";

    private static string Text(IFormCollection posted, string part, EntryField field, int longest) =>
        EntryField.OneLine(posted[$"{part}.{field.Key}"].ToString(), longest);

    // The findings of a row beside its field: line by line, as the rows were written.
    private static EntryForm Judged(EntryForm form, List<EntryField> changed, ReceiptView receipt)
    {
        var byLine = receipt.Findings.ToLookup(finding => finding.Line);
        var fields = changed.Select((field, index) => With(field, [.. byLine[CsvTemplate.FirstLine + index]]))
            .ToDictionary(field => field.Key);
        var (first, last) = (CsvTemplate.FirstLine, CsvTemplate.FirstLine + changed.Count - 1);
        return form with
        {
            Fields = [.. form.Fields.Select(field => fields.GetValueOrDefault(field.Key, field))],
            Findings = [.. receipt.Findings.Where(finding => !(finding.Line >= first && finding.Line <= last))],
        };
    }

    private static EntryField With(EntryField field, ImmutableArray<FindingView> findings) => field with
    {
        Fault = Texts(findings.Where(finding => finding.Severity == Severity.Error.Word())),
        Warning = Texts(findings.Where(finding => finding.Severity != Severity.Error.Word())),
    };

    private static string? Texts(IEnumerable<FindingView> findings) =>
        string.Join(' ', findings.Select(finding => finding.Text)) is { Length: > 0 } text ? text : null;
}

/// <summary>What became of a form. Closed.</summary>
internal abstract record EntryOutcome
{
    private EntryOutcome()
    {
    }

    /// <summary>Nothing was stored: the form is shown with what there is to say.</summary>
    public sealed record Shown(EntryForm Form) : EntryOutcome;

    /// <summary>The upload was not taken.</summary>
    public sealed record NotTaken(UploadOutcome Outcome) : EntryOutcome;

    /// <summary>It is delivered.</summary>
    /// <param name="Path">The file.</param>
    public sealed record Sent(FilePath Path) : EntryOutcome;
}
