using System.Text;
using Produktreport.Functions.Deliveries;
using Produktreport.Functions.Operation;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Local;
using Produktreport.Functions.Tests.Hosting;

namespace Produktreport.Functions.Tests.Deliveries;

/// <summary>The book of arrivals outlives clocks that jump, deaths in the middle of a line, and the folder's move.</summary>
public sealed class ArrivalBookTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 4, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-");
    private readonly MovedClock clock = new(Noon);
    private readonly List<ArrivalBook> books = [];
    private ArrivalBook book;

    public ArrivalBookTests() => book = Open();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AClockThatIsPutBack_LetsNothingArriveBeforeWhatWasThere()
    {
        var first = await Arrive("a.csv", Noon);
        clock.Now = Noon.AddDays(2);
        var second = await Arrive("b.csv", Noon.AddHours(-1));
        clock.Now = Noon.AddYears(-1);
        var third = await Arrive("c.csv", Noon.AddYears(-1));
        Assert.True(first < second);
        Assert.True(second < third);
    }

    [Fact]
    public async Task AClockThatRanAhead_LetsNothingLaterArriveBefore()
    {
        clock.Now = Noon.AddYears(1);
        var ahead = await Arrive("a.csv", Noon.AddYears(2));
        Assert.Equal(Noon.AddYears(1), ahead);
        clock.Now = Noon;
        Assert.True(await Arrive("b.csv", Noon) > ahead);
    }

    [Fact]
    public async Task ALineThatWasCutOff_IsNoNote_AndTakesNoOtherWithIt()
    {
        var first = await Arrive("a.csv", Noon);
        var file = folder.GetFiles("eingang-2026-04.jsonl", SearchOption.AllDirectories).Single();
        await File.AppendAllTextAsync(file.FullName, "{\"datei\":\"amt/b.csv\",\"sha", Cancellation);
        book = Open();
        var second = await Arrive("b.csv", Noon.AddMinutes(1));
        book = Open();
        Assert.Equal(first, await Arrive("a.csv", Noon.AddYears(-3)));
        Assert.Equal(second, await Arrive("b.csv", Noon.AddYears(-3)));
    }

    [Fact]
    public async Task TwoProcessesThatNoteAtOnce_AgreeOnEveryArrival()
    {
        var other = Open();
        var names = Enumerable.Range(0, 50).Select(number => $"{number}.csv").ToList();
        await Task.WhenAll(names.SelectMany(name => new[] { Arrive(name, Noon, book), Arrive(name, Noon, other) }));
        var fresh = Open();
        var arrivals = new HashSet<DateTimeOffset>();
        foreach (var name in names)
        {
            var arrival = await Arrive(name, Noon, fresh);
            Assert.True(arrivals.Add(arrival), name);
            Assert.Equal(arrival, await Arrive(name, Noon, book));
            Assert.Equal(arrival, await Arrive(name, Noon, other));
        }
    }

    public void Dispose()
    {
        books.ForEach(each => each.Dispose());
        folder.Delete(recursive: true);
    }

    private ArrivalBook Open()
    {
        books.Add(new ArrivalBook(new FolderFileStore(folder.FullName), new Calendar(clock, given: null), clock));
        return books[^1];
    }

    private async Task<DateTimeOffset> Arrive(string name, DateTimeOffset dated, ArrivalBook? inBook = null)
    {
        var entry = new FileEntry(FilePath.Of("amt/" + name), 1, dated, "");
        return (await (inBook ?? book).Of(entry, Convert.ToHexStringLower(Encoding.UTF8.GetBytes(name)), Cancellation)).At;
    }
}
