using System.Diagnostics;
using System.Text;
using Produktreport.Core.Deliveries;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>Tests that measure time or memory run while no others do.</summary>
[CollectionDefinition(nameof(AloneOnTheMachine), DisableParallelization = true)]
public sealed class AloneOnTheMachine;

/// <summary>Input made to hurt: rejected with a clear finding, in bounded time and memory.</summary>
[Collection(nameof(AloneOnTheMachine))]
public sealed class HostileTests
{
    private const string Header = "Produkt;Grundzahl;Periode;Wert\n";
    private const long Megabyte = 1_000_000;

    [Fact]
    public void LineOfHundredMegabytes_IsRejected() => Rejected(Repeat(Header, "x", 100 * (int)Megabyte), "PR-1010");

    [Fact]
    public void LineOfHundredMegabytesOfCells_IsRejected() =>
        Rejected(Repeat(Header, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx;", 100 * (int)Megabyte),
            "PR-1010");

    [Fact]
    public void MillionColumns_AreRejected() => Rejected(Repeat(Header, "1;", 2 * (int)Megabyte), "PR-1011");

    [Fact]
    public void MillionColumnsInTheHeader_AreRejected() => Rejected(Repeat("", "Wert;", 5 * (int)Megabyte), "PR-1011");

    [Fact]
    public void TenMillionEmptyRows_AreRejected() =>
        Rejected(Repeat(Header + "1111;ertraege;2026-Q3;5\n", "\n", 10 * (int)Megabyte), "PR-1013");

    [Fact]
    public void TenMillionBareSeparatorRows_AreRejected() =>
        Rejected(Repeat(Header + "1111;ertraege;2026-Q3;5\n", ";;;\n", 40 * (int)Megabyte), "PR-1013");

    [Fact]
    public void ShortRowsUnderThousandsOfColumns_AreRejected()
    {
        var columns = Enumerable.Range(1900, 200)
            .SelectMany(year => Enumerable.Range(1, 12)
            .SelectMany(month => new[] { "", " Plan", " Prognose" }.Select(art => $"{year}-{month:00}{art}")));
        Rejected(Repeat($"Produkt;Grundzahl;{string.Join(';', columns)}\n", "1\n", (int)Megabyte), "PR-1020");
    }

    [Fact]
    public void OpenQuote_IsRejected_NotSwallowingTheFile() =>
        Rejected(Repeat(Header + "1111;ertraege;2026-Q3;\"5\n", "1111;ertraege;2026-Q3;5\n", (int)Megabyte), "PR-1009");

    [Fact]
    public void OpenQuoteNearTheEnd_IsRejected() =>
        Rejected(Encoding.UTF8.GetBytes(Header + "1111;ertraege;2026-Q3;\"5\n1111;ertraege;2026-Q3;6\n"), "PR-1008");

    [Fact]
    public void MillionQuotes_AreRejected() =>
        Rejected(Repeat(Header + "1111;ertraege;2026-Q3;", "\"\"", 20 * (int)Megabyte), "PR-1009");

    [Fact]
    public void NulBytes_AreRejectedWithTheLine() =>
        Assert.Equal(2, Rejected(Encoding.UTF8.GetBytes(Header + "1111;ertraege;\02026-Q3;5\n"), "PR-1004"));

    [Fact]
    public void FormulaCell_IsRejectedWithTheLine() =>
        Assert.Equal(2,
            Rejected(Encoding.UTF8.GetBytes(Header + "1111;ertraege;2026-Q3;=HYPERLINK(\"\"http://x\"\")\n"), "PR-1309"));

    [Fact]
    public void MillionUnknownProducts_AreRejectedQuickly()
    {
        var text = new StringBuilder(Header);
        for (var row = 0; row < 500_000; row++)
            text.Append(row + 2_000_000).Append(";ertraege;2026-Q3;5\n");
        Rejected(Encoding.UTF8.GetBytes(text.ToString()), "PR-1202");
    }

    [Fact]
    public void TooManyBytes_AreRejected()
    {
        var result = Example.Read(new byte[2000], limits: ReadingLimits.Default with { MaximumBytes = 1000 });
        Assert.Equal("PR-1002", Assert.Single(result.Receipt.Findings).Code);
    }

    [Fact]
    public void StreamThatCannotSeek_IsRead()
    {
        using var stream = new System.IO.Compression.BrotliStream(new MemoryStream(Brotli(Header + "1111;ertraege;2026-Q3;5\n")),
            System.IO.Compression.CompressionMode.Decompress);
        var result = DeliveryReader.Read(Example.Stamp(), stream, Example.Catalogues, ReadingLimits.Default,
            TestContext.Current.CancellationToken)
            .Judge(Core.Figures.FigureSet.Empty);
        Assert.Equal(5m, Example.ValueOf(result));
    }

    private static byte[] Brotli(string text)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(bytes, System.IO.Compression.CompressionLevel.Fastest))
            brotli.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    /// <summary>Checks the first finding, the time and the memory on top of the file's own; returns the finding's line.</summary>
    private static int? Rejected(byte[] bytes, string code)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var result = Example.Read(bytes);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: false) - before, long.MinValue, 250 * Megabyte);
        Assert.Null(result.Delivery);
        return Example.Finding(result, code).Line;
    }

    private static byte[] Repeat(string start, string piece, int length)
    {
        var bytes = new byte[length + start.Length];
        Encoding.ASCII.GetBytes(start, bytes);
        var unit = Encoding.ASCII.GetBytes(piece);
        for (var at = start.Length; at + unit.Length <= bytes.Length; at += unit.Length)
            unit.CopyTo(bytes, at);
        bytes.AsSpan(bytes.Length - ((bytes.Length - start.Length) % unit.Length)).Fill((byte)' ');
        return bytes;
    }
}
