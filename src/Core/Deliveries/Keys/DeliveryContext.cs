using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Messages;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>What reading one delivery needs to know, and where its findings go.</summary>
internal sealed class DeliveryContext(
    DeliveryStamp stamp, CatalogueSet catalogues, ReadingLimits limits, CancellationToken cancellation)
{
    private readonly Dictionary<int, CatalogueIndex> byYear = [];
    private readonly Dictionary<int, CatalogueIndex> byCatalogue = [];

    /// <summary>Which delivery.</summary>
    public DeliveryStamp Stamp => stamp;

    /// <summary>The catalogues of all years.</summary>
    public CatalogueSet Catalogues => catalogues;

    /// <summary>How much is read.</summary>
    public ReadingLimits Limits => limits;

    /// <summary>Ends the reading.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>What was found so far.</summary>
    public FindingList Findings { get; } = new(limits.MaximumFindings);

    /// <summary>How many rows were left out on purpose.</summary>
    public int SkippedRows { get; set; }

    /// <summary>The keys in force for a year. Reports once per catalogue that it does not know the department.</summary>
    public CatalogueIndex IndexOf(int year)
    {
        if (byYear.TryGetValue(year, out var known))
            return known;
        var catalogue = catalogues.For(year) ?? throw new InvalidOperationException("There is no catalogue at all.");
        if (!byCatalogue.TryGetValue(catalogue.Year, out var index))
        {
            byCatalogue[catalogue.Year] = index = new CatalogueIndex(catalogue, stamp.Department);
            if (index.Department is null)
                Findings.Add(DeliveryFindings.UnknownDepartment(stamp.Department.Text, catalogue.Year));
        }

        return byYear[year] = index;
    }
}
