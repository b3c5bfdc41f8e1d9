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
        "Kostenträgernummer", "Kostenträger-Nr.", "Profitcenter", "Profit-Center", "Unterabschnitt", "Teilplan", "Kapitel"];

    // What „Produkt“ means where another column has the number.
    private static readonly string[] OtherNames =
        ["Produkt", "Name", "Benennung", "Text", "Kostenträgerbezeichnung", "Produkttext"];
    private static readonly string[] DepartmentNames = [
        "Amt / Dienststelle", "Amt", "Dienststelle", "Fachbereich", "Organisationseinheit"];
    private static readonly string[] Steps = ["Hauptproduktbereich", "Produktbereich", "Produktgruppe"];
    private static readonly string[] Names = ["Produktbezeichnung", "Produktname", "Bezeichnung", "Produkt Bezeichnung"];

    public required int Number { get; init; }

    public required int Name { get; init; }

    public (int? Number, int? Name) MainArea { get; init; }

    public (int? Number, int? Name) Area { get; init; }

    public (int? Number, int? Name) Group { get; init; }

    public (int? Number, int? Name) Department { get; init; }

    public (int? Number, int? Name) Service { get; init; }

    public int? Responsible { get; init; }

    public int? Description { get; init; }

    /// <summary>The rows, numbers of products and steps parted from the names that stand in the same cells.</summary>
    public static ImmutableArray<TextRow> Part(ImmutableArray<TextRow> rows)
    {
        var header = HeaderOf(rows);
        if (header < 0)
        {
            var width = rows.Select(row => row.Cells.Length).DefaultIfEmpty(0).Max();
            return Enumerable.Range(0, width).Where(column => NumberedNames.AreIn(rows, column)).Take(1)
                .Aggregate(rows, (parted, column) => NumberedNames.Part(parted, column, header, ""));
        }

        var number = NumberIn(rows[header])!.Value;
        (int? Column, string Name)[] numbered = [(number, Names[0]),
            .. Steps.Select(step => (Pair(rows[header], step).Number, step + "bezeichnung"))];
        return numbered.Where(each => each.Column is not null).DistinctBy(each => each.Column)
            .Aggregate(rows, (parted, each) => NumberedNames.Part(parted, each.Column!.Value, header, each.Name));
    }

    /// <summary>
    /// The columns and the row they were found in, among the first; null with findings where the plan has no such header.
    /// </summary>
    /// <param name="rows">The rows.</param>
    /// <param name="width">How many columns the file has; those beyond were parted from others.</param>
    /// <param name="findings">What is to be checked.</param>
    public static (PlanColumns Columns, int Row)? Find(ImmutableArray<TextRow> rows, int width, FindingList findings)
    {
        var header = HeaderOf(rows);
        if (header >= 0 && NameIn(rows[header]) is { } known)
            return (Of(rows[header], NumberIn(rows[header])!.Value, known), header);
        if (PlanGuess.Of(rows, header < 0 ? null : NumberIn(rows[header])) is { } guess)
        {
            var above = header >= 0 ? header : guess.FirstRow - 1;
            while (header < 0 && above >= 0 && (PlanLevels.NamesLevel(rows[above][guess.Number])
                || (KeyText.IsNumber(rows[above][guess.Number]) && rows[above][guess.Number].Any(char.IsAsciiDigit))))
                above--; // the numbers of areas have one digit, or stand behind a word
            // Above a column with numbers of products alone stand rows of areas, whose numbers have columns of their own.
            var named = above;
            while (header < 0 && named >= 0 && rows[named][guess.Number].Length == 0 && rows[named].Cells.Any(IsNumberOfProduct))
                named--;
            above = named < 0 ? above : named;
            var name = guess.Name < width ? guess.Name : guess.Number;
            findings.Add(AuthoringFindings.ColumnsGuessed(Called(rows, above, guess.Number), Called(rows, above, name)));
            return (Of(above < 0 ? new TextRow(0, []) : rows[above], guess.Number, guess.Name), above);
        }

        findings.Add(header < 0
            ? AuthoringFindings.ColumnMissing("mit der Produktnummer", "Produktnummer", "Produkt, Produkt-Nr., Produktkennziffer")
            : AuthoringFindings.ColumnMissing("mit der Produktbezeichnung", Names[0], string.Join(", ", Names.Skip(1))));
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
            if (Index(row, Numbers) is not null && !row.Cells.Any(IsNumberOfProduct))
                return NameIn(row) is { } named ? 1000 + Of(row, NumberIn(row)!.Value, named).Found : 1000;
            width = Math.Max(width, Math.Min(row.Cells.Length, 999));
        }

        return width > 1 ? width : 0;
    }

    private int Found => 2 + new[] { MainArea, Area, Group, Department }.SelectMany(pair => new[] { pair.Number, pair.Name })
        .Append(Responsible).Append(Description).Count(column => column is not null);

    private static int? NumberIn(TextRow header) =>
        Numbers.Select(name => Index(header, [name])).FirstOrDefault(column => column is not null);

    private static int HeaderOf(ImmutableArray<TextRow> rows) =>
        rows.Take(HeaderRows).ToList().FindIndex(row => Index(row, Numbers) is not null && !row.Cells.Any(IsNumberOfProduct));

    /// <summary>„Produkt;1111;Büro Landrat“ is a row below the header, whatever its words.</summary>
    private static bool IsNumberOfProduct(string cell) =>
        KeyText.IsNumber(cell) && cell.Count(char.IsAsciiDigit) > 1 && cell is not (['1', '9', _, _] or ['2', '0', _, _]);

    private static int? NameIn(TextRow header) =>
        Index(header, [Names[0]]) ?? Pair(header, header[NumberIn(header)]).Name ?? Index(header, Names)
        ?? OtherNames.Select(name => Index(header, [name]))
            .FirstOrDefault(column => column is not null && column != NumberIn(header));

    private static string Called(ImmutableArray<TextRow> rows, int header, int column) =>
        header >= 0
            && rows[header][column] is { Length: > 0 } name ? $"„{name}“ ({ColumnLetters.Of(column)})" : ColumnLetters.Of(column);

    private static PlanColumns Of(TextRow header, int number, int name) => new()
    {
        Number = number,
        Name = name,
        MainArea = Pair(header, Steps[0]),
        Area = Pair(header, Steps[1]),
        Group = Pair(header, Steps[2]),
        Department = Departments(header),
        Service = Pair(header, "Leistung") is { Number: not null, Name: not null } service ? service : default,
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
        Index(header,
            [name, Short(name), name + "nummer", name + "snummer", name + "nnummer", name + "-Nr.", name + "snr", name + "nnr"]),
        Index(header, [name + "bezeichnung", name + "nbezeichnung", name + "sbezeichnung", name + "name",
            name + "bez", "Bezeichnung" + name, Short(name) + "bezeichnung", Short(name) + "name"]));

    /// <summary>The step as the headers of narrow columns call it.</summary>
    private static string Short(string step) => step switch
    {
        "Hauptproduktbereich" => "HPB",
        "Produktbereich" => "PB",
        "Produktgruppe" => "PG",
        _ => step,
    };

    private static int? Index(TextRow row, string[] names)
    {
        var wanted = names.Select(Folded).ToList();
        var found = row.Cells.Select(Folded).ToList().FindIndex(wanted.Contains);
        return found < 0 ? null : found;
    }

    private static string Folded(string header) => string.Concat(header.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
