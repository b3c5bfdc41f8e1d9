using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Produktreport.Functions.Web.Identity;

/// <summary>
/// Secrets as <c>zugang.json</c> keeps them: the form of <see cref="PasswordHasher{TUser}"/>. An older form,
/// <c>pbkdf2-sha256$iterations$salt$hash</c>, is still read and renewed at the next sign-in.
/// </summary>
internal static class Secret
{
    /// <summary>Characters a secret of one's own has at least.</summary>
    public const int ShortestLength = 12;

    private const string OlderMethod = "pbkdf2-sha256";
    private const int SaltLength = 16;
    private const int HashLength = 32;

    // What the hasher writes: a mark of the form, then method, iterations and length of the salt, four bytes each.
    private const byte FormMark = 0x01;
    private const int IterationsAt = 5;
    private const int HeadLength = 13;

    // OWASP Password Storage Cheat Sheet, for PBKDF2-HMAC-SHA512.
    private const int Iterations = 210_000;

    private static readonly PasswordHasher<Access> Hasher =
        new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    // Compared against where a name is unknown, so that the answer takes as long as for a known one.
    private static readonly string Decoy = Hash("");

    /// <summary>A new secret nobody can guess: 160 random bits in 27 characters that survive copying.</summary>
    public static string Create() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(20)).TrimEnd('=').Replace('+', 'x').Replace('/', 'y');

    /// <summary>The form to keep.</summary>
    public static string Hash(string secret) => Hasher.HashPassword(user: null!, secret);

    /// <summary>Whether a secret is the one kept, and whether it is to be kept anew; in constant time.</summary>
    /// <param name="secret">As typed.</param>
    /// <param name="kept">As kept, see <see cref="IsKept"/>; null for an unknown name, which takes as long as a known
    /// one.</param>
    public static PasswordVerificationResult Verify(string secret, string? kept)
    {
        if (kept is not null && OlderParts(kept) is var (iterations, salt, hash))
        {
            var derived = Rfc2898DeriveBytes.Pbkdf2(secret, salt, iterations, HashAlgorithmName.SHA256, HashLength);
            return CryptographicOperations.FixedTimeEquals(hash, derived)
                ? PasswordVerificationResult.SuccessRehashNeeded
                : PasswordVerificationResult.Failed;
        }

        var result = Hasher.VerifyHashedPassword(user: null!, kept ?? Decoy, secret);
        return kept is null ? PasswordVerificationResult.Failed : result;
    }

    /// <summary>
    /// Whether a text is a kept secret in one of the two forms, with as many iterations as a sign-in can wait for.
    /// </summary>
    public static bool IsKept(string? text) => text is not null && (OlderParts(text) is not null || IsOfHasher(text));

    private static bool IsOfHasher(string kept)
    {
        var bytes = new byte[HeadLength + SaltLength + HashLength];
        return Convert.TryFromBase64String(kept, bytes, out var length)
            && length == bytes.Length
            && bytes[0] == FormMark
            && IsBearable(BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(IterationsAt)));
    }

    private static (int Iterations, byte[] Salt, byte[] Hash)? OlderParts(string kept)
    {
        if (kept.Split('$') is not [OlderMethod, var iterations, var salt, var hash]
            || !int.TryParse(iterations, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || !IsBearable(count))
            return null;
        var (saltBytes, hashBytes) = (new byte[64], new byte[64]);
        return Convert.TryFromBase64String(salt, saltBytes, out var saltLength) && saltLength >= SaltLength
            && Convert.TryFromBase64String(hash, hashBytes, out var hashLength) && hashLength == HashLength
            ? (count, saltBytes[..saltLength], hashBytes[..hashLength])
            : null;
    }

    private static bool IsBearable(int iterations) => iterations is >= 100_000 and <= 10_000_000;
}
