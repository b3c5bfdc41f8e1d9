using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Words;
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
    private readonly List<Finding> ofOneYear = [];

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
            index = new CatalogueIndex(catalogue, catalogues.ActingFor(catalogue, stamp.Department));
            byCatalogue[catalogue.Year] = index;
            if (index.Department is null)
                ReportUnknownDepartment(catalogue);
        }

        return byYear[year] = index;
    }

    /// <summary>
    /// A finding about rows of one year that other years' catalogues would take: an error, unless other rows bring values. Nobody
    /// is to lose a year's figures because the next one numbers otherwise.
    /// </summary>
    public void AddOfOneYear(Finding finding)
    {
        if (ofOneYear.Count < limits.MaximumFindings)
            ofOneYear.Add(finding);
    }

    /// <summary>Weighs what was found about rows of one year, once all rows are read.</summary>
    /// <param name="hasValues">Whether other rows brought values.</param>
    public void WeighYears(bool hasValues)
    {
        foreach (var finding in ofOneYear)
            Findings.Add(hasValues ? finding with { Severity = Severity.Warning } : finding);
        ofOneYear.Clear();
    }

    private void ReportUnknownDepartment(Catalogue catalogue)
    {
        var known = catalogues.ByYear.Values.FirstOrDefault(other => other.Find(stamp.Department) is not null);
        if (known is null)
            Findings.Add(DeliveryFindings.UnknownDepartment(stamp.Department.Text, catalogue.Year));
        else
            AddOfOneYear(DeliveryFindings.DepartmentOfOtherYear(
                stamp.Department.Text, catalogue.Year, known.Year, OnlyIn(catalogue, known)));
    }

    private static List<string> OnlyIn(Catalogue catalogue, Catalogue other) =>
        [.. catalogue.Departments.Where(each => other.Find(each.Id) is null).Select(each => each.Id.Text)];
}
