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

    // The product of the current group, and the number of its text in the column of products, 0 where no group has begun. Kept in
    // place: in most files each row begins a group, and none is filled.
    private char[] current = new char[32];
    private int length;
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
            Keep(number, TextFormula.Unwrap(Blanks.Trim(rows.Cell(product))));
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

        return current.AsSpan(0, length);
    }

    private void Keep(int number, ReadOnlySpan<char> text)
    {
        if (text.Length > current.Length)
            current = new char[text.Length];
        text.CopyTo(current);
        (length, group) = (text.Length, number);
    }

    /// <summary>Says what was filled in, or asks for it where the layout does not prove it.</summary>
    public void Report()
    {
        if (filled.Count > 0 && !repeats)
            findings.Add(DeliveryFindings.ProductFilledIn(new CellPlace(lines[0], product), filled.ToString()));
        foreach (var line in repeats ? lines : [])
            findings.AddCostly(Severity.Error, () => DeliveryFindings.MissingKey(new CellPlace(line, product), "Produkt"));
    }
}
