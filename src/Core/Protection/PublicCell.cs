using System.Globalization;
using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Protection;

/// <summary>What kind of value a cell of the public edition shows.</summary>
public enum PublicValueKind
{
    /// <summary>Ist.</summary>
    Actual,

    /// <summary>Plan.</summary>
    Plan,

    /// <summary>Prognose for the year.</summary>
    YearForecast,

    /// <summary>Linear projection of the year.</summary>
    Projection,
}

/// <summary>
/// One number of the public edition, wherever it is printed. The same number in the PDF, CSV, JSON and in a chart is one cell.
/// So is the same number in this year's report and in next year's column of the year before. Where the level was renamed, split
/// or merged in between, the later report shows another number under the later name.
/// </summary>
/// <param name="Scope">
/// Empty for a product's or service's figure; otherwise kind and number of the total: <c>Group 111</c>.
/// </param>
/// <param name="Address">The figure; for a total its product and level are default.</param>
/// <param name="Year">The calendar year.</param>
/// <param name="FirstMonth">First month, 1 to 12.</param>
/// <param name="LastMonth">Last month, 1 to 12; for forecasts the last month with actuals.</param>
/// <param name="Kind">Ist, Plan or forecast.</param>
/// <param name="ReportYear">The later year by whose names a report shows the number; 0 where that makes no difference.</param>
public readonly record struct PublicCell(
    string Scope, FigureAddress Address, int Year, int FirstMonth, int LastMonth, PublicValueKind Kind, int ReportYear = 0)
        : IComparable<PublicCell>
{
    /// <inheritdoc/>
    public int CompareTo(PublicCell other) =>
        string.CompareOrdinal(Scope, other.Scope) is var scope and not 0 ? scope
        : Address.CompareTo(other.Address) is var address and not 0 ? address
        : (Year, FirstMonth, LastMonth, (int)Kind, ReportYear)
        .CompareTo((other.Year, other.FirstMonth, other.LastMonth, (int)other.Kind, other.ReportYear));

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Scope}{Address} {Kind} {Year}-{FirstMonth:00}..{LastMonth:00}{(ReportYear == 0 ? "" : $" as of {ReportYear}")}");
}

/// <summary>A column in which reports show a number: some months and a kind of value.</summary>
/// <param name="First">First month, 1 to 12.</param>
/// <param name="Last">Last month, 1 to 12; for forecasts the last month with actuals.</param>
/// <param name="Kind">Ist, Plan or forecast.</param>
internal readonly record struct PublicColumn(int First, int Last, PublicValueKind Kind);

/// <summary>A number that would be published.</summary>
/// <param name="Value">The exact value.</param>
/// <param name="Cost">How much is lost by leaving it out; the cheapest cell that protects is left out.</param>
/// <param name="IsNonNegative">Whether everybody knows that it cannot be below zero.</param>
internal sealed record PublishedNumber(decimal Value, int Cost, bool IsNonNegative);
