using System.Globalization;
using System.Security.Cryptography;

namespace Produktreport.Functions.Web.Identity;

/// <summary>
/// Secrets as <c>zugang.json</c> keeps them: <c>pbkdf2-sha256$iterations$salt$hash</c>, salt and hash in Base64. 600,000 iterations, as
/// the OWASP Password Storage Cheat Sheet asks of PBKDF2-HMAC-SHA256.
/// </summary>
public static class Secret
{
    /// <summary>Characters a secret of one's own has at least.</summary>
    public const int ShortestLength = 12;

    private const string Method = "pbkdf2-sha256";
    private const int Iterations = 600_000;
    private const int SaltLength = 16;
    private const int HashLength = 32;

    // Compared against where a name is unknown, so that the answer takes as long as for a known one.
    private static readonly string Decoy = Hash("");

    /// <summary>A new secret nobody can guess: 160 random bits in 27 characters that survive copying.</summary>
    public static string Create() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(20)).TrimEnd('=').Replace('+', 'x').Replace('/', 'y');

    /// <summary>The form to keep.</summary>
    public static string Hash(string secret)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var hash = Derive(secret, salt, Iterations);
        return string.Join('$', Method, Iterations.ToString(CultureInfo.InvariantCulture), Convert.ToBase64String(salt), Convert.ToBase64String(hash));
    }

    /// <summary>Whether a secret is the one kept; in constant time, also where <paramref name="kept"/> is null (an unknown name).</summary>
    public static bool Matches(string secret, string? kept)
    {
        var parts = Parts(kept ?? Decoy) ?? Parts(Decoy)!.Value;
        var isSame = CryptographicOperations.FixedTimeEquals(parts.Hash, Derive(secret, parts.Salt, parts.Iterations));
        return isSame && kept is not null;
    }

    /// <summary>Whether a text is a kept secret in this form.</summary>
    public static bool IsKept(string? text) => text is not null && Parts(text) is not null;

    private static (int Iterations, byte[] Salt, byte[] Hash)? Parts(string kept)
    {
        if (kept.Split('$') is not [Method, var iterations, var salt, var hash]
            || !int.TryParse(iterations, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is < 100_000 or > 10_000_000)
            return null;
        var (saltBytes, hashBytes) = (new byte[64], new byte[64]);
        return Convert.TryFromBase64String(salt, saltBytes, out var saltLength) && saltLength >= SaltLength
            && Convert.TryFromBase64String(hash, hashBytes, out var hashLength) && hashLength == HashLength
            ? (count, saltBytes[..saltLength], hashBytes[..hashLength])
            : null;
    }

    private static byte[] Derive(string secret, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(secret, salt, iterations, HashAlgorithmName.SHA256, HashLength);
}
