using System.Net;
using System.Net.Sockets;

namespace Produktreport.Functions.Outbox;

/// <summary>
/// Which addresses the program may connect to because somebody wrote a name into a catalogue: those of the internet, and of the
/// county's own network where the catalogue says so. Never this network's own services such as the cloud's metadata.
/// </summary>
internal static class ForeignAddress
{
    private static readonly IPNetwork[] Never =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("192.88.99.0/24"), IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"), IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/3"),
        // Azure's platform, reached from every virtual machine.
        IPNetwork.Parse("168.63.129.16/32"),
    ];

    private static readonly IPNetwork[] Own =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork UniqueLocal = IPNetwork.Parse("fc00::/7");
    private static readonly IPNetwork Documentation = IPNetwork.Parse("2001:db8::/32");

    // Networks whose addresses hold an IPv4 address, and the byte at which it begins.
    private static readonly (IPNetwork Network, int At)[] Embedding =
    [
        (IPNetwork.Parse("::/96"), 12), (IPNetwork.Parse("64:ff9b::/96"), 12), (IPNetwork.Parse("64:ff9b:1::/48"), 12),
        (IPNetwork.Parse("2002::/16"), 2),
    ];

    private static readonly IPNetwork Teredo = IPNetwork.Parse("2001::/32");

    /// <summary>Whether it may be connected to.</summary>
    /// <param name="address">An address that a name stands for.</param>
    /// <param name="mayBePrivate">Whether it may be one of the county's own network.</param>
    public static bool IsAllowed(IPAddress address, bool mayBePrivate)
    {
        if (address.IsIPv4MappedToIPv6)
            return IsAllowed(address.MapToIPv4(), mayBePrivate);
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !Never.Any(network => network.Contains(address))
                && (mayBePrivate || !Own.Any(network => network.Contains(address)));
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.ScopeId != 0 || Teredo.Contains(address))
            return false;
        if (address.Equals(IPAddress.IPv6Loopback))
            return mayBePrivate;
        var bytes = address.GetAddressBytes();
        foreach (var (network, at) in Embedding)
        {
            if (network.Contains(address))
                return IsAllowed(new IPAddress(bytes.AsSpan(at, 4)), mayBePrivate);
        }

        return (GlobalUnicast.Contains(address) && !Documentation.Contains(address))
            || (mayBePrivate && UniqueLocal.Contains(address));
    }
}
