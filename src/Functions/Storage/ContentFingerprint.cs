using System.Security.Cryptography;

namespace Produktreport.Functions.Storage;

/// <summary>
/// Identifies what a delivery brought. Not the file alone: under another catalogue the same file can mean other values.
/// </summary>
internal static class ContentFingerprint
{
    private const string Nothing = "\u0001";
    private const string Reason = "\u0002";

    public static string Of(AcceptedDelivery delivery)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, delivery.Stamp.Sha256, delivery.Stamp.ReceivedAt.UtcTicks.ToString(CultureInfo.InvariantCulture));
        foreach (var value in delivery.Values)
        {
            Add(hash, value);
            // Only where there is one: the fingerprints of values stored without stay as they were.
            if (value.Reason is { } reason)
                Add(hash, Reason, reason);
        }

        foreach (var created in delivery.CreatedProducts)
            Add(hash, created.Year.ToString(CultureInfo.InvariantCulture), created.Product.Number.Text, created.Product.Name);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, DeliveredValue value) => Add(
        hash,
        value.Address.Product.Text,
        value.Address.ToString(),
        value.Period.ToString(),
        value.Scenario.ToString(),
        value.Value?.ToString(CultureInfo.InvariantCulture),
        value.IsCumulative ? "k" : "",
        value.Cell.Line.ToString(CultureInfo.InvariantCulture),
        value.Cell.Sheet is { } sheet ? $"{sheet}!{value.Cell.Column}" : value.Cell.Column,
        value.Cell.Text,
        value.Cell.Rule,
        value.Remark);

    private static void Add(IncrementalHash hash, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
            hash.AppendData(Encoding.UTF8.GetBytes((text ?? Nothing) + '\0'));
    }
}
