using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Authoring;

/// <summary>A product plan read from a table.</summary>
/// <param name="Files">One product file for each product; none where there is an error.</param>
/// <param name="Departments">The departments the table names, in its order.</param>
/// <param name="DepartmentsYaml">The same as lines for <c>aemter</c> in <c>rahmen.yaml</c>; empty where there are none.</param>
/// <param name="Findings">What has to be checked.</param>
public sealed record ProductPlan(
    ImmutableArray<CatalogueFile> Files, ImmutableArray<Department> Departments, string DepartmentsYaml,
        ImmutableArray<Finding> Findings);

/// <summary>
/// Makes product files from a Produktplan as CSV or XLSX. Columns are found by their usual headers, in any order. A CSV file
/// may be UTF-8 or Windows-1252, with any usual separator. Lines above the header, and headings, sums and notes between the
/// products, are passed over. A product that stands in several rows is one product.
/// </summary>
public sealed partial class ProductPlanCsv
{
    private readonly PlanColumns columns;
    private readonly FindingList findings;
    private readonly OrderedDictionary<string, Department> departments = [];
    private readonly Dictionary<(int Column, string Number), string> names = [];
    private readonly Dictionary<string, List<(string Number, string Name)>> services = [];
    private readonly PlanLevels levels;
    private readonly List<(int Line, string Number)> withoutDepartment = [];

    private ProductPlanCsv(PlanColumns columns, PlanLevels levels, FindingList findings) =>
        (this.columns, this.levels, this.findings) = (columns, levels, findings);

    /// <summary>Reads the plan.</summary>
    /// <param name="csv">The table, at most 10 MiB.</param>
    /// <param name="year">The catalogue year the files are for.</param>
    /// <param name="department">The department of products for which the table names none; null leaves it open.</param>
    public static ProductPlan Read(ReadOnlyMemory<byte> csv, int year, DepartmentId? department = null)
    {
        var faults = new FindingList();
        var (table, refusal) = TextTable.Read(csv, PlanColumns.Score);
        if (refusal is not null)
            faults.Add(AuthoringFindings.NotTable(refusal));
        if (table is null)
            return new ProductPlan([], [], "", faults.ToImmutable());
        var rows = PlanColumns.Part(table.Rows);
        if (PlanColumns.Find(rows, table.Rows.Select(row => row.Cells.Length).DefaultIfEmpty(0).Max(), faults) is not { } header)
            return new ProductPlan([], [], "", faults.ToImmutable());
        var saysServices = rows.Take(header.Row + 1).Any(row => row.Cells.Any(
            cell => cell.Contains("leistung", StringComparison.OrdinalIgnoreCase)));
        var plan = new ProductPlanCsv(
            header.Columns, PlanLevels.Of(Filled(rows.Skip(header.Row + 1), header.Columns), header.Columns, saysServices),
            faults);
        var files = plan.Files(year, department);
        if (plan.departments.Count > 0)
            faults.Add(AuthoringFindings.DepartmentsToAdd(plan.departments.Count));
        return new ProductPlan(files, [.. plan.departments.Values], plan.DepartmentsYaml(), faults.ToImmutable());
    }

    /// <summary>
    /// The rows with points for blanks in numbers, those of further Leistungen of a product with its number, which stands in the
    /// first alone.
    /// </summary>
    private static IEnumerable<TextRow> Filled(IEnumerable<TextRow> rows, PlanColumns columns)
    {
        var last = "";
        foreach (var written in rows)
        {
            var row = columns.Number < written.Cells.Length
                ? written with { Cells = written.Cells.SetItem(columns.Number, KeyText.Pointed(written[columns.Number])) }
                : written;
            var isFurther = row[columns.Number].Length == 0 && last.Length > 0
                && columns.Service.Number is { } service && KeyText.IsNumber(row[service]);
            yield return isFurther ? row with { Cells = row.Cells.SetItem(columns.Number, last) } : row;
            last = isFurther ? last : row[columns.Number];
        }
    }

    private ImmutableArray<CatalogueFile> Files(int year, DepartmentId? department)
    {
        var products = new OrderedDictionary<string, List<TextRow>>();
        var passedOver = new List<(int Line, string Text)>();
        foreach (var row in levels.Rows)
        {
            var number = row[columns.Number];
            if (levels.IsArea(number) || levels.IsService(number))
                continue;
            if (KeyText.IsDate(number))
                findings.Add(AuthoringFindings.DateAsNumber(row.Line, number));
            else if (number.Length == 0 && NamesStep(row))
                continue;
            else if (!KeyText.IsNumber(number) || !number.Any(char.IsAsciiDigit))
                passedOver.Add((row.Line, number.Length > 0 ? number : row.Cells.First(cell => cell.Length > 0)));
            else if (products.TryGetValue(number, out var known))
                known.Add(row);
            else
                products.Add(number, [row]);
        }

        ReadServices(products);
        Report(products);
        if (levels.Areas.ToList() is { Count: > 0 } areas)
            findings.Add(AuthoringFindings.AreasRead([.. areas.Select(area => $"{area.Number} (Zeile {area.Line})")]));
        if (levels.Doubtful.Count > 0)
            findings.Add(AuthoringFindings.LevelsUnclear(levels.Doubtful));
        if (passedOver.Count > 0)
            findings.Add(AuthoringFindings.RowsWithoutProduct(passedOver[0].Line,
                [.. passedOver.Select(row => $"Zeile {row.Line} („{row.Text}“)")]));
        CheckNames(products.Values.SelectMany(rowsOf => rowsOf));
        ImmutableArray<CatalogueFile> files = [
            .. products.Select(
                pair => CatalogueYaml.File(year, ProductNumber.Of(pair.Key), Product(pair.Key, pair.Value, department)))];
        if (withoutDepartment.Count > 0)
            findings.Add(AuthoringFindings.ProductsWithoutDepartment(withoutDepartment[0].Line,
                [.. withoutDepartment.Select(product => product.Number)]));
        return findings.HasErrors ? [] : files;
    }

    /// <summary>
    /// Whether a row without a product names the step whose number stands in a column of its own; the name of a Produktgruppe
    /// without a column for it stands where those of products do.
    /// </summary>
    private bool NamesStep(TextRow row)
    {
        foreach (var (number, name) in new[] { columns.Group, columns.Area, columns.MainArea })
        {
            if (number is not { } column || !KeyText.IsNumber(row[column]))
                continue;
            if (name is null && row[columns.Name].Length > 0)
                names.TryAdd((column, row[column]), row[columns.Name]);
            return name is null || row[columns.Name].Length == 0;
        }

        return false;
    }

    /// <summary>What the rows of products say that makes them none, or others.</summary>
    private void Report(OrderedDictionary<string, List<TextRow>> products)
    {
        foreach (var (number, rows) in products)
        {
            if (rows.Find(row => IsOfOtherGroup(row, rows[0]) && row[columns.Name] != rows[0][columns.Name]) is { } other)
                findings.Add(
                    AuthoringFindings.NumbersWithinGroups(other.Line, number, rows[0][columns.Name], other[columns.Name]));
        }

        var ended = products.Values.Select(rows => rows[0]).Where(row => row.Cells.Any(Ended().IsMatch)).ToList();
        if (ended.Count > 0)
            findings.Add(AuthoringFindings.EndedProducts(ended[0].Line,
                [.. ended.Select(row => $"{row[columns.Number]} („{row.Cells.First(Ended().IsMatch)}“)")]));
    }

    private bool IsOfOtherGroup(TextRow row, TextRow first) => new[] { columns.Group, columns.Area }.Any(step =>
        step.Number is { } column && row[column] != first[column]);

    /// <summary>Leistungen below their products in one column, or in columns of their own.</summary>
    private void ReadServices(OrderedDictionary<string, List<TextRow>> products)
    {
        foreach (var row in levels.Rows)
        {
            if (levels.ProductOf(row[columns.Number]) is { } product)
                Add(product, row[columns.Number], row[columns.Name]);
            else if (columns.Service is (var number, var name) && KeyText.IsNumber(row[number]) && products.ContainsKey(
                row[columns.Number]))
                Add(row[columns.Number], row[number], row[name]);
        }

        if (services.Count > 0)
            findings.Add(AuthoringFindings.ServicesRead([.. services.SelectMany(product => product.Value
                .Select(service => $"{service.Number} (Produkt {product.Key})"))]));

        void Add(string product, string number, string name)
        {
            if (!services.TryGetValue(product, out var known))
                services.Add(product, known = []);
            if (!known.Exists(service => service.Number == number))
                known.Add((number, name));
        }
    }

    private YamlMap Product(string number, List<TextRow> rows, DepartmentId? department)
    {
        var first = rows[0];
        CheckParents(number, rows);
        return ProductNodes.Map(
        [
            ("produkt", YamlScalar.Of(number)), ("bezeichnung", ProductNodes.TextOrBlank(first[columns.Name])),
            ("hauptproduktbereich", Step(first, columns.MainArea) ?? Above(number, 0)),
            ("produktbereich", Step(first, columns.Area) ?? Above(number, 1)),
            ("produktgruppe", Step(first, columns.Group) ?? Above(number, 2)),
            ("amt", ProductNodes.TextOrBlank(Department(number, rows) ?? department?.Text)),
            ("art_der_aufgabe", YamlScalar.Blank), ("auftraggeber", YamlScalar.Blank), ("produktart", YamlScalar.Blank),
            ("produktverantwortlich", ProductNodes.TextOrBlank(first[columns.Responsible])),
                ("beschreibung", ProductNodes.TextOrBlank(first[columns.Description])),
            ("auftragsgrundlage", YamlScalar.Blank), ("zielgruppe", YamlScalar.Blank),
            ("leistungen", ProductNodes.List(services.GetValueOrDefault(number, []).Select(service => ProductNodes.Map(
                ("nummer", YamlScalar.Of(service.Number)), ("bezeichnung", ProductNodes.TextOrBlank(service.Name)),
                ("art", YamlScalar.Blank))))),
        ]);
    }

    /// <summary>The step as the first row of the whole table that names it has it, so that one number has one name.</summary>
    private YamlMap? Step(TextRow row, (int? Number, int? Name) pair) =>
        KeyText.IsNumber(row[pair.Number])
            ? ProductNodes.Step(
                new HierarchyStep(row[pair.Number], names.GetValueOrDefault((pair.Number!.Value, row[pair.Number]), ""))) : null;

    private YamlMap? Above(string number, int step) =>
        levels.StepOf(number, step) is { } area ? ProductNodes.Step(area) : null;

    private void CheckNames(IEnumerable<TextRow> rows)
    {
        (string What, (int? Number, int? Name) Pair)[] named =
        [
            ("Produkt", (columns.Number, columns.Name)), ("Hauptproduktbereich", columns.MainArea),
                ("Produktbereich", columns.Area), ("Produktgruppe", columns.Group),
        ];
        var reported = new HashSet<(int, string, string)>();
        foreach (
            var (row, what, pair) in rows.SelectMany(
                row =>
                    named.Where(entry => entry.Pair is { Number: not null, Name: not null })
                        .Select(entry => (row, entry.What, entry.Pair))))
        {
            var (key, name) = ((pair.Number!.Value, row[pair.Number]), row[pair.Name]);
            if (key.Item2.Length == 0 || name.Length == 0 || names.TryAdd(key, name) || names[key] == name)
                continue;
            if (reported.Add((key.Item1, key.Item2, name)))
                findings.Add(AuthoringFindings.NamesDiffer(row.Line, $"{what} {key.Item2}", names[key], name));
        }
    }

    private void CheckParents(string number, List<TextRow> rows)
    {
        foreach (var (what, column) in new[] { ("Produktgruppe", columns.Group.Number), ("Produktbereich", columns.Area.Number) })
        {
            foreach (var row in rows.Where(row => row[column] != rows[0][column]).DistinctBy(row => row[column]))
                findings.Add(AuthoringFindings.ParentsDiffer(row.Line, number, what, rows[0][column], row[column]));
        }
    }

    private string? Department(string number, List<TextRow> rows)
    {
        var ids = rows.Select(DepartmentOf).OfType<string>().Distinct().ToList();
        if (ids.Count > 1)
            findings.Add(AuthoringFindings.SeveralDepartments(rows[0].Line, number, ids[0], string.Join(", ", ids.Skip(1))));
        if (ids.Count == 0)
            withoutDepartment.Add((rows[0].Line, number));
        return ids.FirstOrDefault();
    }

    private string? DepartmentOf(TextRow row)
    {
        var (number, name) = (row[columns.Department.Number], row[columns.Department.Name]);
        if (NamedId.ForDepartment(number.Length > 0 ? number : name) is not { } id)
            return null;
        departments.TryAdd(id, new Department(DepartmentId.Of(id), name.Length > 0 ? name : number, null, false, []));
        return id;
    }

    [GeneratedRegex(
        @"^[ (\[]*((ist )?entf(ä|a)ll(t|en)|weggefallen|aufgelöst|gelöscht|inaktiv|ungültig|nicht (mehr )?(belegt|aktiv|gültig)"
            + @"|unbelegt|unbesetzt|frei|aufgehoben|gestrichen)([ )\].:]*| (ab|seit|zum) .*)$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Ended();

    private string DepartmentsYaml()
    {
        if (departments.Count == 0)
            return "";
        var list = ProductNodes.List(departments.Values.Select(department =>
            ProductNodes.Map(("id", YamlScalar.Of(department.Id.Text)), ("bezeichnung", YamlScalar.Of(department.Name)))));
        return YamlWriter.Write(ProductNodes.Map(("aemter", list)), CatalogueFormat.Frame);
    }
}
