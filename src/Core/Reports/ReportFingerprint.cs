using System.Security.Cryptography;

namespace Produktreport.Core.Reports;

/// <summary>
/// What a report shows, as one short text: SHA-256 over its JSON without version, date, state and changes, 64 lower-case hex
/// digits. Two reports with the same fingerprint say the same.
/// </summary>
public static class ReportFingerprint
{
    /// <summary>The fingerprint of a product report.</summary>
    public static string Of(ProductReport report) =>
        Hash(ReportJson.Write(report with { Version = 1, AsOf = default, State = default, Changes = null }));

    /// <summary>The fingerprint of a combined report; it covers the versions of the product reports in it.</summary>
    public static string Of(CombinedReport report) =>
        Hash(ReportJson.Write(report with { Version = 1, AsOf = default, State = default, Changes = null }));

    private static string Hash(byte[] json) => Convert.ToHexStringLower(SHA256.HashData(json));
}
