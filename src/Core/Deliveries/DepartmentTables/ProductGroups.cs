using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// Tables that name the product in the first row of its group only. A blank cell means the product above where the layout
/// proves it: nowhere in the file does a product stand in two rows below each other. Otherwise it was forgotten, and asked for.
/// </summary>
internal sealed class ProductGroups(RowSource rows, Header header, FindingList findings)
{
    private readonly int product = header.Find(RowDimension.Product);
    private readonly int service = header.Find(RowDimension.Service);
    private readonly LineSet filled = new();
    private readonly List<int> lines = [];
    private bool repeats;
    private bool hasService;

    // The texts of products by their numbers: where each row begins a group, each is made but once.
    private string?[] texts = new string?[64];

    // The product of the current group, and the number of its text in the column of products, 0 where no group has begun.
    private string current = "";
    private int group;

    /// <summary>Begins a row, whose product has this number among the texts of its column, 0 where it is blank.</summary>
    public void Begin(int number)
    {
        var ownService = service >= 0 && rows.TextNumber(service) != 0;
        if (number == 0)
        {
            hasService |= ownService;
            return;
        }

        repeats |= number == group;
        hasService = ownService;
        if (number != group || number < 0)
            Keep(number);
    }

    /// <summary>Ends the group: a title, a total or a blank row follows.</summary>
    public void End() => group = 0;

    /// <summary>
    /// The product of the current row, whose cell is blank; empty where it stays open, also whether a service is continued.
    /// </summary>
    public ReadOnlySpan<char> Fill()
    {
        if (group == 0 || (hasService && rows.TextNumber(service) == 0))
            return default;
        if (filled.Count == 0 || lines[^1] != rows.Line)
        {
            filled.Add(rows.Line);
            lines.Add(rows.Line);
        }

        return current;
    }

    private void Keep(int number)
    {
        group = number;
        if (number >= texts.Length)
            Array.Resize(ref texts, number * 2);
        current = number < 0 ? Text() : texts[number] ??= Text();
    }

    private string Text() => TextFormula.Unwrap(Blanks.Trim(rows.Cell(product))).ToString();

    /// <summary>Says what was filled in, or asks for it where the layout does not prove it.</summary>
    public void Report()
    {
        if (filled.Count > 0 && !repeats)
            findings.Add(DeliveryFindings.ProductFilledIn(new CellPlace(lines[0], product), filled.ToString()));
        foreach (var line in repeats ? lines : [])
            findings.AddCostly(Severity.Error, () => DeliveryFindings.MissingKey(new CellPlace(line, product), "Produkt"));
    }
}
