using System.Net;
using Produktreport.Functions.Outbox;

namespace Produktreport.Functions.Tests.Notifications;

/// <summary>Which addresses events go to, in every form an address has.</summary>
public sealed class ForeignAddressTests
{
    [Theory]
    // Of the internet.
    [InlineData("93.184.216.34", true, true)]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946", true, true)]
    [InlineData("172.15.255.255", true, true)]
    [InlineData("172.32.0.0", true, true)]
    // Of the own network.
    [InlineData("127.0.0.1", false, true)]
    [InlineData("127.255.0.9", false, true)]
    [InlineData("10.1.2.3", false, true)]
    [InlineData("172.16.0.1", false, true)]
    [InlineData("172.31.255.255", false, true)]
    [InlineData("192.168.1.1", false, true)]
    [InlineData("100.64.0.1", false, true)]
    [InlineData("::1", false, true)]
    [InlineData("fd00::1", false, true)]
    // The same, packed into IPv6.
    [InlineData("::ffff:127.0.0.1", false, true)]
    [InlineData("::ffff:10.0.0.1", false, true)]
    [InlineData("::127.0.0.1", false, true)]
    [InlineData("64:ff9b::10.0.0.1", false, true)]
    [InlineData("2002:7f00:1::", false, true)]
    [InlineData("2002:0a00:0001::1", false, true)]
    [InlineData("::ffff:93.184.216.34", true, true)]
    // Nobody's to write to.
    [InlineData("169.254.169.254", false, false)]
    [InlineData("::ffff:169.254.169.254", false, false)]
    [InlineData("64:ff9b::169.254.169.254", false, false)]
    [InlineData("2002:a9fe:a9fe::", false, false)]
    [InlineData("168.63.129.16", false, false)]
    [InlineData("0.0.0.0", false, false)]
    [InlineData("::", false, false)]
    [InlineData("224.0.0.1", false, false)]
    [InlineData("255.255.255.255", false, false)]
    [InlineData("198.18.0.1", false, false)]
    [InlineData("fe80::1", false, false)]
    [InlineData("fe80::1%1", false, false)]
    [InlineData("ff02::1", false, false)]
    [InlineData("2001:db8::1", false, false)]
    [InlineData("2001:0:7f00:1::1", false, false)]
    public void Address_IsAllowed(string address, bool isAllowed, bool isAllowedInside)
    {
        Assert.Equal(isAllowed, ForeignAddress.IsAllowed(IPAddress.Parse(address), mayBePrivate: false));
        Assert.Equal(isAllowedInside, ForeignAddress.IsAllowed(IPAddress.Parse(address), mayBePrivate: true));
    }
}
