using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Tests.Hosting;

namespace Produktreport.Functions.Tests.Faults;

/// <summary>
/// The program while everything goes wrong at random: kills, files that come, change, grow and go, odd names and times, bombs, a
/// catalogue that is faulty for a while, a clock that jumps, a disk that is full, a storage that is restarted. In the end all is
/// as a clean run makes it of what lies there (<see cref="ChaosRun"/>).
/// </summary>
public sealed class ChaosTests
{
    private const string FaultyFrame = "koerperschaft: [";
    private const string FaultyFile = "Produkt;Grundzahl;Periode;Wert\n1111;anzahl;2026-01;1OO";

    private static readonly string[] Names =
        ["q1.csv", "q1-korrektur.csv", "q1-korrektur-2.csv", "Größe & Übersicht.csv", "unter/ordner.csv", "q2.txt", "a:b.csv",
            "x.csv~", "q.part", "alt.ods"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhateverHappensToAFolder_TheEndIsThatOfACleanRun()
    {
        // Without mounts of one's own the disk is never full.
        using var disk = SmallDisk.TryMount();
        await using var county = disk is null ? new SmallCounty() : new SmallCounty(disk.Folder("daten"));
        var chaos = new ChaosRun("--data", county.PathOf(""));
        await chaos.Live(() => Happen(chaos.Random, county, disk));

        county.Write("katalog/2026/rahmen.yaml", SmallCounty.Frame);
        await chaos.End();
        var clean = Directory.CreateTempSubdirectory("produktreport-");
        try
        {
            foreach (var part in (string[])["katalog", "eingang", "protokoll"])
                await Shell($"cp -a '{county.PathOf(part)}' '{clean.FullName}/'");
            await ChaosRun.Finish("--data", clean.FullName);
            chaos.Compare(FilesOf(clean.FullName), FilesOf(county.PathOf("")));
        }
        finally
        {
            clean.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task WhateverHappensToAStorageAccount_TheEndIsThatOfACleanRun()
    {
        using var azurite = Azurite.InFolder();
        var county = new TestCounty(azurite.NewAccount());
        var chaos = new ChaosRun("--storage", county.Connection);
        using (var files = new BlobFileStore(county.Account))
            await files.Find(Area.Catalogue, FilePath.Of("rahmen.yaml"), Cancellation); // Makes the containers.
        await Put(county, Area.Catalogue, "2026/rahmen.yaml", SmallCounty.Frame);
        await Put(county, Area.Catalogue, "2026/produkte/1111.yaml", SmallCounty.Product);
        await chaos.Live(() => Happen(chaos.Random, county, azurite));

        await Put(county, Area.Catalogue, "2026/rahmen.yaml", SmallCounty.Frame);
        await chaos.End();
        var end = await Outcome.Of(county, Cancellation);
        await Outcome.Forget(county, Cancellation);
        await ChaosRun.Finish("--storage", county.Connection);
        chaos.Compare(await Outcome.Of(county, Cancellation), end);
    }

    private static async Task<string> Happen(Random random, SmallCounty county, SmallDisk? disk)
    {
        var name = Names[random.Next(Names.Length)];
        switch (random.Next(11))
        {
            case < 5:
                county.DeliverAt(name, TimeOf(random), Value(random));
                return "deliveries";
            case 5 when county.Exists($"eingang/amt-eins/{name}") && name != "a:b.csv":
                county.Delete($"eingang/amt-eins/{name}");
                return "deletions";
            case 6:
                Directory.CreateDirectory(county.PathOf("eingang/amt-eins"));
                await File.WriteAllBytesAsync(county.PathOf("eingang/amt-eins/bombe.xlsx"), ChaosRun.Bomb(), Cancellation);
                return "bombs";
            case 7:
                county.Write("katalog/2026/rahmen.yaml", random.Next(2) == 0 ? SmallCounty.Frame : FaultyFrame);
                return "catalogues";
            case 8 when !county.Exists("eingang/amt-eins/link.csv"):
                Directory.CreateDirectory(county.PathOf("eingang/amt-eins"));
                File.CreateSymbolicLink(county.PathOf("eingang/amt-eins/link.csv"), "/dev/zero");
                return "links";
            case 9 when disk is not null:
                disk.Fill();
                await Task.Delay(random.Next(200, 3000), Cancellation);
                disk.Free();
                return "full disks";
            default:
                county.Write($"eingang/amt-eins/{name}", FaultyFile);
                return "faulty deliveries";
        }
    }

    private static async Task<string> Happen(Random random, TestCounty county, Azurite azurite)
    {
        var name = $"amt-eins/{Names[random.Next(Names.Length)]}";
        switch (random.Next(11))
        {
            case < 4:
                await Put(county, Area.Inbox, name, SmallCounty.Delivery(Value(random)));
                return "deliveries";
            case 4:
                await Parallel.ForEachAsync(Enumerable.Range(0, 6), Cancellation, async (number, _) => await Put(
                    county, Area.Inbox, $"amt-eins/{number % 3}.csv",
                    SmallCounty.Delivery(("2026-03", number.ToString(CultureInfo.InvariantCulture)))));
                return "races";
            case 5:
                await county.Blob(Area.Inbox, name).DeleteIfExistsAsync(cancellationToken: Cancellation);
                return "deletions";
            case 6:
                await county.Blob(Area.Inbox, "amt-eins/bombe.xlsx")
                    .UploadAsync(BinaryData.FromBytes(ChaosRun.Bomb()), overwrite: true, Cancellation);
                return "bombs";
            case 7:
                await Put(county, Area.Catalogue, "2026/rahmen.yaml", random.Next(2) == 0 ? SmallCounty.Frame : FaultyFrame);
                return "catalogues";
            case 8:
                await county.Blob(Area.Inbox, "amt-eins/ordner").UploadAsync(
                    BinaryData.FromString(""),
                    new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["hdi_isfolder"] = "true" } },
                    Cancellation);
                return "folder marks";
            case 9:
                await azurite.Restart();
                return "restarts of the storage";
            default:
                await Put(county, Area.Inbox, name, FaultyFile);
                return "faulty deliveries";
        }
    }

    private static (string, string) Value(Random random) =>
        ($"2026-0{random.Next(1, 7)}", random.Next(1, 500).ToString(CultureInfo.InvariantCulture));

    private static DateTime TimeOf(Random random) => random.Next(4) switch
    {
        0 => DateTime.UtcNow.AddYears(1),
        1 => DateTime.UtcNow.AddDays(-random.Next(1, 400)),
        2 => new DateTime(2026, 4, 1, 8, 0, 0, DateTimeKind.Utc),
        _ => DateTime.UtcNow,
    };

    private static async Task Put(TestCounty county, Area area, string name, string content) =>
        await county.Blob(area, name).UploadAsync(BinaryData.FromString(content), overwrite: true, Cancellation);

    private static SortedDictionary<string, string> FilesOf(string data)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in (string[])["quittungen", "berichte", "katalog-inkraft", "protokoll"])
        {
            var folder = Path.Combine(data, part);
            foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [])
                found[Path.GetRelativePath(data, file)] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return found;
    }

    private static async Task Shell(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", script]))!;
        await process.WaitForExitAsync(Cancellation);
        Assert.Equal(0, process.ExitCode);
    }
}
