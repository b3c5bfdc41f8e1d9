using System.Net;
using System.Net.Sockets;

namespace Produktreport.Functions.Web.Identity;

/// <summary>Where a request comes from.</summary>
internal static class VisitorAddress
{
    private const string PlatformAddress = "CLIENT-IP";

    /// <summary>
    /// Where a request comes from. Behind the Functions host everybody comes from this machine, and the host overwrites
    /// <c>X-Forwarded-For</c>. What counts there is <c>CLIENT-IP</c>, which the platform's front end writes over whatever a
    /// caller sends under that name (docs/decisions/0020).
    /// </summary>
    public static string Of(HttpContext context) => KeyOf(
        context.RequestServices.GetRequiredService<AccessMode>() is AccessMode.ByAppService or AccessMode.Closed
            && context.Request.Headers[PlatformAddress] is [{ } address]
            ? Parse(address) ?? context.Connection.RemoteIpAddress
            : context.Connection.RemoteIpAddress);

    /// <summary>An address without its port; null where the text is none.</summary>
    public static IPAddress? Parse(string text) =>
        IPAddress.TryParse(text, out var address) ? address : IPEndPoint.TryParse(text, out var end) ? end.Address : null;

    /// <summary>
    /// One visitor's addresses as one text: of IPv6 the network, of which every connection has 2⁶⁴ to choose from.
    /// </summary>
    public static string KeyOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } =>
            $"{new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]])}/64",
        _ => address.ToString(),
    };
}
