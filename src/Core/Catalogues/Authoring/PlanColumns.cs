using System.Collections.Immutable;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Catalogues.Authoring;

/// <summary>Where in a product plan the particulars stand; null = nowhere.</summary>
internal sealed record PlanColumns
{
    private const int HeaderRows = 30;
    private static readonly string[] Numbers = [
        "Produktnummer", "Produkt-Nr.", "Produktnr", "Produktkennziffer", "Produktschlüssel", "Produkt", "Produkt Nummer",
        "Kostenträger",
        "Kostenträgernummer", "Kostenträger-Nr.", "Profitcenter", "Profit-Center", "Unterabschnitt"];

    // What „Produkt“ means where another column has the number.
    private static readonly string[] OtherNames =
        ["Produkt", "Name", "Benennung", "Text", "Kostenträgerbezeichnung", "Produkttext"];
    private static readonly string[] DepartmentNames = [
        "Amt / Dienststelle", "Amt", "Dienststelle", "Fachbereich", "Organisationseinheit"];
    private static readonly string[] Names = ["Produktbezeichnung", "Produktname", "Bezeichnung", "Produkt Bezeichnung"];

    public required int Number { get; init; }

    public required int Name { get; init; }

    public (int? Number, int? Name) MainArea { get; init; }

    public (int? Number, int? Name) Area { get; init; }

    public (int? Number, int? Name) Group { get; init; }

    public (int? Number, int? Name) Department { get; init; }

    public int? Responsible { get; init; }

    public int? Description { get; init; }

    /// <summary>
    /// The columns and the row they were found in, among the first; null with findings where the plan has no such header.
    /// </summary>
    public static (PlanColumns Columns, int Row)? Find(ImmutableArray<TextRow> rows, FindingList findings)
    {
        var header = rows.Take(HeaderRows).ToList().FindIndex(row => Index(row, Numbers) is not null);
        if (header >= 0 && NameIn(rows[header]) is { } named)
            return (Of(rows[header], NumberIn(rows[header])!.Value, named), header);
        if (PlanGuess.Of(rows, header < 0 ? null : NumberIn(rows[header])) is { } guess)
        {
            var above = header >= 0 ? header : guess.FirstRow - 1;
            findings.Add(AuthoringFindings.ColumnsGuessed(Called(rows, above, guess.Number), Called(rows, above, guess.Name)));
            return (Of(above < 0 ? new TextRow(0, []) : rows[above], guess.Number, guess.Name), above);
        }

        findings.Add(header < 0
            ? AuthoringFindings.ColumnMissing("mit der Produktnummer", "Produkt, Produktnummer, Produkt-Nr., Produktkennziffer")
            : AuthoringFindings.ColumnMissing("mit der Produktbezeichnung", string.Join(", ", Names)));
        return null;
    }

    /// <summary>
    /// How many of its cells the first header among 30 rows is known by, beyond 1000; without such a header how many columns
    /// there are.
    /// </summary>
    public static int Score(RowSource rows)
    {
        var width = 0;
        while (rows.Line < HeaderRows && rows.Next())
        {
            var row = TextRow.Of(rows);
            if (Index(row, Numbers) is not null)
                return NameIn(row) is { } named ? 1000 + Of(row, NumberIn(row)!.Value, named).Found : 1000;
            width = Math.Max(width, Math.Min(row.Cells.Length, 999));
        }

        return width > 1 ? width : 0;
    }

    private int Found => 2 + new[] { MainArea, Area, Group, Department }.SelectMany(pair => new[] { pair.Number, pair.Name })
        .Append(Responsible).Append(Description).Count(column => column is not null);

    private static int? NumberIn(TextRow header) =>
        Numbers.Select(name => Index(header, [name])).FirstOrDefault(column => column is not null);

    private static int? NameIn(TextRow header) =>
        Index(header, Names) ?? OtherNames.Select(name => Index(header, [name]))
            .FirstOrDefault(column => column is not null && column != NumberIn(header));

    private static string Called(ImmutableArray<TextRow> rows, int header, int column) =>
        header >= 0
            && rows[header][column] is { Length: > 0 } name ? $"„{name}“ ({ColumnLetters.Of(column)})" : ColumnLetters.Of(column);

    private static PlanColumns Of(TextRow header, int number, int name) => new()
    {
        Number = number,
        Name = name,
        MainArea = Pair(header, "Hauptproduktbereich"),
        Area = Pair(header, "Produktbereich"),
        Group = Pair(header, "Produktgruppe"),
        Department = Departments(header),
        Responsible = Index(
            header, ["Produktverantwortlich", "Produktverantwortlicher", "Produktverantwortliche/r", "Verantwortlich"]),
        Description = Index(header, ["Produktbeschreibung", "Beschreibung", "Kurzbeschreibung"]),
    };

    private static (int? Number, int? Name) Departments(TextRow header)
    {
        var pairs = DepartmentNames.Select(name => Pair(header, name));
        return pairs.FirstOrDefault(pair => pair.Number is not null || pair.Name is not null);
    }

    /// <summary>
    /// A number and its name: „Produktgruppe“ and „Produktgruppenbezeichnung“, „Produktbereich Bezeichnung“, „Bezeichnung Amt“.
    /// </summary>
    private static (int? Number, int? Name) Pair(TextRow header, string name) => (
        Index(header, [name, name + "nummer", name + "snummer", name + "nnummer", name + "-Nr.", name + "snr", name + "nnr"]),
        Index(header, [name + "bezeichnung", name + "nbezeichnung", name + "sbezeichnung", name + "name", "Bezeichnung" + name]));

    private static int? Index(TextRow row, string[] names)
    {
        var wanted = names.Select(Folded).ToList();
        var found = row.Cells.Select(Folded).ToList().FindIndex(wanted.Contains);
        return found < 0 ? null : found;
    }

    private static string Folded(string header) => string.Concat(header.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
