using System.Collections.Immutable;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Catalogues.Authoring;

/// <summary>Where in a product plan the particulars stand; null = nowhere.</summary>
internal sealed record PlanColumns
{
    private const int HeaderRows = 30;
    private static readonly string[] Numbers = ["Produkt", "Produktnummer", "Produkt-Nr.", "Produktkennziffer"];
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
    public static (PlanColumns Columns, int Row)? Find(ImmutableArray<PlanRow> rows, FindingList findings)
    {
        var header = rows.Take(HeaderRows).ToList().FindIndex(row => Index(row, Numbers) is not null);
        if (header < 0)
            findings.Add(AuthoringFindings.ColumnMissing("mit der Produktnummer", string.Join(", ", Numbers)));
        else if (Index(rows[header], Names) is null)
            findings.Add(AuthoringFindings.ColumnMissing("mit der Produktbezeichnung", string.Join(", ", Names)));
        else
            return (Of(rows[header]), header);
        return null;
    }

    /// <summary>How many of its cells the first header among 30 rows is known by; 0 where there is none.</summary>
    public static int Score(RowSource rows)
    {
        while (rows.Line < HeaderRows && rows.Next())
        {
            var row = PlanRow.Of(rows);
            if (Index(row, Numbers) is not null)
                return Index(row, Names) is null ? 1 : Of(row).Found;
        }

        return 0;
    }

    private int Found => 2 + new[] { MainArea, Area, Group, Department }.SelectMany(pair => new[] { pair.Number, pair.Name })
        .Append(Responsible).Append(Description).Count(column => column is not null);

    private static PlanColumns Of(PlanRow header) => new()
    {
        Number = Index(header, Numbers)!.Value,
        Name = Index(header, Names)!.Value,
        MainArea = Pair(header, "Hauptproduktbereich"),
        Area = Pair(header, "Produktbereich"),
        Group = Pair(header, "Produktgruppe"),
        Department = Departments(header),
        Responsible = Index(
            header, ["Produktverantwortlich", "Produktverantwortlicher", "Produktverantwortliche/r", "Verantwortlich"]),
        Description = Index(header, ["Produktbeschreibung", "Beschreibung", "Kurzbeschreibung"]),
    };

    private static (int? Number, int? Name) Departments(PlanRow header)
    {
        var pairs = DepartmentNames.Select(name => Pair(header, name));
        return pairs.FirstOrDefault(pair => pair.Number is not null || pair.Name is not null);
    }

    /// <summary>
    /// A number and its name: „Produktgruppe“ and „Produktgruppenbezeichnung“, „Produktbereich Bezeichnung“, „Bezeichnung Amt“.
    /// </summary>
    private static (int? Number, int? Name) Pair(PlanRow header, string name) => (
        Index(header, [name, name + "nummer", name + "snummer", name + "nnummer", name + "-Nr.", name + "snr", name + "nnr"]),
        Index(header, [name + "bezeichnung", name + "nbezeichnung", name + "sbezeichnung", name + "name", "Bezeichnung" + name]));

    private static int? Index(PlanRow row, string[] names)
    {
        var wanted = names.Select(Folded).ToList();
        var found = row.Cells.Select(Folded).ToList().FindIndex(wanted.Contains);
        return found < 0 ? null : found;
    }

    private static string Folded(string header) => string.Concat(header.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
