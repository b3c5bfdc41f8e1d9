using Produktreport.Core.Catalogues.Reading;

namespace Produktreport.Core.Tests.Catalogues;

/// <summary>Damaged files: whatever the bytes, the answer is findings, soon, and the same each time.</summary>
public sealed class CatalogueFuzzTests
{
    private static readonly string[] Pieces =
        ["{", "}", "[", "]", ":", "- ", "\n", "\"", "'", "&a ", "*a", "!!x ", "|", ">", "#", "%", "@", "\t", "? ", "---", "...",
            "\\u0000", "<<: ", "(", "9999999999999999999999999999999", "ä", "\0"];

    [Fact]
    public void MutatedFiles_NeverThrow_AndNameAFileForEveryFinding()
    {
        var random = new Random(20261122);
        var files = Katalog.Example();
        for (var round = 0; round < 600; round++)
        {
            var victim = random.Next(files.Count);
            var mutated = files.ToList();
            mutated[victim] = files[victim] with { Content = Mutate(files[victim].Content.ToArray(), random) };
            var reading = CatalogueReader.Read(mutated);
            Assert.All(reading.Findings, finding => Assert.False(string.IsNullOrEmpty(finding.File) || finding.Line < 1));
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("{a: ")]
    [InlineData("\"")]
    [InlineData("&a ")]
    [InlineData("a: |\n ")]
    [InlineData("!")]
    [InlineData("x: [1,\n")]
    [InlineData("a,")]
    [InlineData("a:\n")]
    public void AMegabyteOfOneThing_IsAnsweredQuickly(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1024 * 1024 / piece.Length));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var reading = CatalogueReader.Read([Katalog.File("2026/rahmen.yaml", text)]);
        Assert.NotEmpty(reading.Findings);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{clock.Elapsed} for {piece}");
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var result = bytes.ToList();
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Next(result.Count);
            switch (random.Next(5))
            {
                case 0:
                    result[at] = (byte)random.Next(256);
                    break;
                case 1:
                    result.RemoveRange(at, Math.Min(random.Next(1, 40), result.Count - at));
                    break;
                case 2:
                    result.InsertRange(at, System.Text.Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 3:
                    result.InsertRange(at, result.GetRange(at, Math.Min(random.Next(1, 200), result.Count - at)));
                    break;
                default:
                    result.RemoveRange(at, result.Count - at);
                    break;
            }

            if (result.Count == 0)
                result.Add((byte)'a');
        }

        return [.. result];
    }
}
