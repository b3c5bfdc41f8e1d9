using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>Value columns of a profile that hold numbers of accounts, cost centres or vouchers, or years.</summary>
internal static class KeysAsAmounts
{
    /// <summary>
    /// Adds an error for every value column whose header is that of such numbers, where all of it is whole and without a sign.
    /// </summary>
    /// <param name="profile">The profile.</param>
    /// <param name="header">The columns of the file.</param>
    /// <param name="sums">What the rows add up to, by column from 0.</param>
    /// <param name="decimalMark">The file's decimal mark.</param>
    /// <param name="findings">Where to say it.</param>
    public static void Check(
        ImportProfile profile, ProfileColumns header, Func<int, IEnumerable<ColumnSum>> sums, char? decimalMark,
        FindingList findings)
    {
        foreach (var value in profile.Values.DistinctBy(value => header[value.Column]))
        {
            var column = header[value.Column];
            if (header.NameOf(column) is not { } name || !BudgetWords.IsKeyAlone(name))
                continue;
            var parts = sums(column).ToList();
            if (parts.Count > 0 && parts.TrueForAll(part => part.Sum.With(decimalMark) is >= 0 and var sum && sum % 1 == 0))
                findings.Add(DeliveryFindings.KeyReadAsAmount(
                    new CellPlace(parts[0].LargestLine, column), name, value.Figure.Text, parts[0].Text));
        }
    }
}
