using System.Net;

namespace Produktreport.Functions.Web.Identity;

/// <summary>Where identities come from. Closed.</summary>
internal abstract record AccessMode
{
    private AccessMode()
    {
    }

    /// <summary>Where people sign in; null where nobody can.</summary>
    /// <param name="next">The path to return to.</param>
    public virtual string? SignInAddress(string next) => null;

    /// <summary>The address of a link that signs out; null where there is none.</summary>
    public virtual string? SignOutAddress => null;

    /// <summary>
    /// Standalone without <c>zugang.json</c>: whoever sits at this machine may everything. Loopback addresses only.
    /// </summary>
    public sealed record Open : AccessMode;

    /// <summary>Standalone with <c>zugang.json</c>.</summary>
    /// <param name="Path">Where it lies.</param>
    public sealed record ByFile(string Path) : AccessMode
    {
        public override string SignInAddress(string next) => $"/anmelden?weiter={Uri.EscapeDataString(next)}";
    }

    /// <summary>In Azure behind App Service authentication, whose principal header is trusted there and nowhere else.</summary>
    /// <param name="IsPublic">Whether released reports are read in their public edition without sign-in.</param>
    public sealed record ByAppService(bool IsPublic) : AccessMode
    {
        public override string SignInAddress(string next) =>
            $"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(next)}";

        public override string SignOutAddress => "/.auth/logout?post_logout_redirect_uri=%2F";
    }

    /// <summary>In Azure without App Service authentication: nobody can sign in.</summary>
    /// <param name="IsPublic">Whether released reports are read in their public edition without sign-in.</param>
    public sealed record Closed(bool IsPublic) : AccessMode;
}

/// <summary>Decides the <see cref="AccessMode"/> at start.</summary>
internal static class AccessModeChoice
{
    /// <summary>The mode of a standalone run, or why it must not start.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="urls">The addresses to listen on, separated by <c>;</c>.</param>
    public static (AccessMode? Mode, string? Refusal) Standalone(string data, string urls)
    {
        var file = Path.Combine(data, AccessFile.Name);
        if (File.Exists(file))
            return (new AccessMode.ByFile(Path.GetFullPath(file)), null);
        if (urls.Split(';').FirstOrDefault(url => !IsLoopback(url)) is { } open)
        {
            return (null, $"""
                Das Portal startet nicht: „{open}“ ist von anderen Rechnern aus erreichbar, und es gibt noch keine Zugänge.
                Legen Sie zuerst einen an, zum Beispiel:
                  dotnet run --project src/Functions -- zugang anlegen IHR-NAME --rolle administration --data {data}
                """);
        }

        return (new AccessMode.Open(), null);
    }

    /// <summary>
    /// The mode behind the Functions host. The principal header counts only where App Service authentication is on
    /// (<c>WEBSITE_AUTH_ENABLED</c>, set by the platform), because only then the platform strips what callers send under its
    /// name.
    /// </summary>
    public static AccessMode Azure(Func<string, string?> setting)
    {
        var isPublic = string.Equals(setting(SettingNames.IsPublic), "true", StringComparison.OrdinalIgnoreCase);
        return string.Equals(setting(SettingNames.IsSignInOn), "true", StringComparison.OrdinalIgnoreCase)
            ? new AccessMode.ByAppService(isPublic)
            : new AccessMode.Closed(isPublic);
    }

    /// <summary>Whether a host name means this machine only.</summary>
    public static bool IsLoopbackHost(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && IsLoopbackHost(uri.Host);
}
