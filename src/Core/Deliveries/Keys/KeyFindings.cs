using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.German;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>Says what is wrong with a product number.</summary>
internal static partial class KeyFindings
{
    /// <summary>The department does not answer for the product.</summary>
    public static Findings.Finding NotYours(CellPlace place, Product product, CatalogueIndex keys) =>
        DeliveryFindings.NotYourProduct(
        place, product.Number.Text, keys.Department!.Name,
        keys.Catalogue.Find(product.Department)?.Name ?? product.Department.Text);

    /// <summary>
    /// That a product is known to an earlier year's catalogue only, with its number of now; null where it is not.
    /// </summary>
    public static Findings.Finding? OfOtherYear(CellPlace place, string found, CatalogueIndex keys, CatalogueSet catalogues)
    {
        if (!ProductNumber.TryParse(found, out var number))
            return null;
        var year = keys.Catalogue.Year;
        var former = catalogues.ByYear.Values.LastOrDefault(other => other.Year < year && other.Find(number) is not null);
        if (former is null)
            return null;
        var successors = keys.Catalogue.Products.Where(product => product.Predecessors.Any(each => each.FormerProduct == number))
            .Take(2).ToList();
        return DeliveryFindings.ProductOfOtherYear(
            place, found, year, former.Year, successors is [var only] ? only.Number.Text : null);
    }

    /// <summary>Why a product cell names no product: lost zeros, a service, what Excel made of it, or simply unknown.</summary>
    public static Findings.Finding WhyNoProduct(CellPlace place, string found, CatalogueIndex keys, int year)
    {
        var zeros = keys.ProductNumbers.FirstOrDefault(known => known.Length > found.Length && known.TrimStart('0') == found);
        if (zeros is not null)
            return DeliveryFindings.LostZeros(place, found, zeros);
        if (keys.FindByService(found) is { } owner)
            return DeliveryFindings.ServiceAsProduct(place, found, owner.Product.Number.Text);
        if (found[0] == '#')
            return DeliveryFindings.SpreadsheetError(place, found, "eine Produktnummer");
        if (Damaged().IsMatch(found))
            return DeliveryFindings.KeyIsDamaged(place, found, OfDate(found, keys));
        var firstWord = found.Split(' ')[0];
        var suggestion = keys.Find(firstWord)?.Product.Number.Text ?? SpellingSuggestion.For(found, keys.ProductNumbers);
        return DeliveryFindings.UnknownProduct(place, found, year, suggestion);
    }

    /// <summary>
    /// The product whose number Excel may have taken for a date: 1.1.01 for 01.01.2001; null where there is none.
    /// </summary>
    private static string? OfDate(string found, CatalogueIndex keys) =>
        PeriodText.Read(found.Split(' ')[0]) is not PeriodReading.Day { Date: var day } ? null
            : keys.ProductNumbers.FirstOrDefault(number => number.Split('.') is [var first, var second, var third]
                && int.TryParse(first, out var days) && int.TryParse(second, out var months) && int.TryParse(third, out var years)
                && (days, months) == (day.Day, day.Month) && years == day.Year % 100);

    [GeneratedRegex(
        @"^(\d+([.,]\d+)?E\+\d+|(\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d)( \d\d:\d\d(:\d\d)?)?"
            + @"|\d{1,2}\. ?(Jan|Feb|Mrz|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\.?"
            + @"|(Jan|Feb|Mrz|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\.? \d\d)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Damaged();
}
