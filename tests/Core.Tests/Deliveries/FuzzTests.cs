using System.Diagnostics;
using Produktreport.Core.Deliveries;
using Produktreport.Core.Deliveries.Receipts;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>Seeded: a failure names the seed that makes it again.</summary>
public sealed class FuzzTests
{
    private const int TableCases = 14_000;
    private const int ByteCases = 12_000;
    private const int WorkbookCases = 6_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void EveryNotation_IsReadRight_OrAskedAbout_NeverGuessed()
    {
        var asked = 0;
        for (var seed = 0; seed < TableCases; seed++)
        {
            var generator = new TableGenerator(seed);
            var bytes = generator.Make();
            var result = Example.Read(bytes, limits: seed % 2 == 0 ? Example.Ahead : null);
            if (generator.AskedByWords is { } code)
            {
                asked++;
                Assert.True(result.Delivery is null && result.Receipt.Findings.Any(finding => finding.Code == code),
                    $"Seed {seed} was not asked about by {code}: {Example.Texts(result)}");
            }
            else if (generator.IsAmbiguous)
            {
                asked++;
                Assert.True(result.Delivery is null && result.Receipt.Findings.Any(finding => finding.Code == "PR-1302"),
                    $"Seed {seed} was not asked about.");
            }
            else if (generator.IsStrange)
            {
                asked++;
                Assert.True(result.Delivery is null && result.Receipt.Findings.Any(finding => finding.Code == "PR-1315"),
                    $"Seed {seed} was not asked about.");
            }
            else if (generator.IsMonthOrQuarter)
            {
                asked++;
                Assert.True(result.Delivery is null && result.Receipt.Findings.Any(finding => finding.Code == "PR-1223"),
                    $"Seed {seed} was not asked about.");
            }
            else if (generator.Expected.Count == 0)
            {
                Assert.True(result.Delivery is null, $"Seed {seed} has no value.");
            }
            else
            {
                Assert.True(result.Delivery is not null, $"Seed {seed} was rejected: {Example.Texts(result)}");
                var read = result.Delivery.Values.ToDictionary(value =>
                    (value.Address.Level.Text, value.Address.Figure.Text, value.Period.ToString()), value => value.Value);
                Assert.True(read.Count == generator.Expected.Count,
                    $"Seed {seed}: {read.Count} values instead of {generator.Expected.Count}.");
                foreach (var (key, value) in generator.Expected)
                    Assert.True(read.GetValueOrDefault(key) == value,
                        $"Seed {seed}: {key} is {read.GetValueOrDefault(key)} instead of {value}.");
            }
        }

        Assert.InRange(asked, TableCases / 1000, TableCases / 2);
    }

    [Fact]
    public void EveryWorkbook_IsReadRight_OrAskedAbout_NeverGuessed()
    {
        var asked = 0;
        for (var seed = 0; seed < WorkbookCases; seed++)
        {
            var generator = new WorkbookGenerator(seed);
            var result = Example.Read(generator.Make(), "buero-landrat/a.xlsx");
            if (result.Delivery is null)
            {
                asked++;
                Assert.True(generator.Question is not null, $"Seed {seed} was rejected: {Example.Texts(result)}");
                continue;
            }

            Assert.False(generator.MustAsk, $"Seed {seed} was taken: {generator.Question}.");
            var read = result.Delivery.Values.ToDictionary(value =>
                (value.Address.Level.Text, value.Address.Figure.Text, value.Period.ToString()), value => value.Value);
            Assert.True(read.Count == generator.Expected.Count,
                $"Seed {seed} ({generator.Question}): {read.Count} values instead of {generator.Expected.Count}.");
            foreach (var (key, value) in generator.Expected)
                Assert.True(read.GetValueOrDefault(key) == value,
                    $"Seed {seed} ({generator.Question}): {key} is {read.GetValueOrDefault(key)} instead of {value}.");
        }

        Assert.InRange(asked, WorkbookCases / 10, WorkbookCases * 3 / 4);
    }

    [Fact]
    public void DamagedBytes_NeverThrowOrHang_AndAlwaysGetAReceipt()
    {
        for (var seed = 0; seed < ByteCases; seed++)
        {
            var random = new Random(seed);
            var bytes = Damaged(new TableGenerator(seed).Make(), random);
            var watch = Stopwatch.StartNew();
            var result = Read(bytes, seed);
            Assert.True(watch.Elapsed < Patience, $"Seed {seed} took {watch.Elapsed}.");
            if (seed % 4 == 0)
                Assert.True(ReceiptJson.Write(result.Receipt)
                    .SequenceEqual(ReceiptJson.Write(Read(bytes, seed, Example.Ahead).Receipt)),
                    $"Seed {seed} is answered differently when split ahead.");
            Assert.Equal(result.Receipt.IsAccepted, result.Delivery is not null);
            Assert.NotEmpty(ReceiptHtml.Write(result.Receipt));
            Assert.NotEmpty(ReceiptJson.Write(result.Receipt));
        }
    }

    private static DeliveryResult Read(byte[] bytes, int seed, ReadingLimits? limits = null) => (seed % 3) switch
    {
        0 => Example.Read(bytes, "kaemmerei/sachkonten-q3.csv",
            Example.With(
            Profiles.Ledger with
            {
                ProductColumn = "Produkt",
                Values = [Profiles.Value("Q1 2026", "ertraege", 2026, default, -1)],
                Ignored = [],
                TotalRow = Profiles.When("Produkt", "")
            }), limits: limits),
        _ => Example.Read(bytes, limits: limits),
    };

    private static byte[] Damaged(byte[] bytes, Random random)
    {
        var damaged = bytes.ToList();
        for (var change = 0; change <= random.Next(6); change++)
        {
            var at = random.Next(damaged.Count + 1);
            switch (random.Next(5))
            {
                case 0 when at < damaged.Count:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged.Insert(at, "\";,\r\n\t.-=\0\u007F"u8[random.Next(11)]);
                    break;
                case 2:
                    damaged.RemoveRange(at, Math.Min(random.Next(20), damaged.Count - at));
                    break;
                case 3:
                    damaged.InsertRange(at, damaged.GetRange(0, Math.Min(random.Next(200), damaged.Count)));
                    break;
                default:
                    damaged.InsertRange(at, Enumerable.Repeat((byte)random.Next(256), random.Next(50)));
                    break;
            }
        }

        return [.. damaged];
    }
}
