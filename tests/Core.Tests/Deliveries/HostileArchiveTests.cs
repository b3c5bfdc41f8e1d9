using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Produktreport.Core.Deliveries;
using Produktreport.Core.Figures;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>
/// Archives made to fill the memory or to keep a processor busy: each rejected with the right code, in a process that has 200 MB
/// more than it takes when idle.
/// </summary>
public sealed class HostileArchiveTests
{
    private const string Relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string IsAlone = "PRODUKTREPORT_BOMBEN";
    private const long Memory = 200L << 20;
    private const string Header =
        "<row r=\"1\"><c t=\"inlineStr\"><is><t>Produkt</t></is></c><c t=\"inlineStr\"><is><t>Grundzahl</t></is></c>"
        + "<c t=\"inlineStr\"><is><t>Periode</t></is></c><c t=\"inlineStr\"><is><t>Wert</t></is></c></row>";

    private static readonly (string Kind, string Code)[] Bombs =
    [
        ("nested elements", "PR-1017"),
        ("many attributes", "PR-1017"),
        ("a name of 16 million characters", "PR-1017"),
        ("entities", "PR-1016"),
        ("many sheets", "PR-1021"),
        ("many shared strings", "PR-1017"),
        ("a dimension of the whole sheet", "PR-1108"),
        ("rows up to the last, sparse", "PR-1020"),
        ("rows beyond the last column", "PR-1011"),
        ("an archive of archives", "PR-1003"),
        ("a ratio of a thousand", "PR-1017"),
        ("a merged area over the whole sheet", "PR-1108"),
        ("a merged column for every row", "PR-1209"),
        ("a million merged areas", "PR-1017"),
        ("many styles", "PR-1017"),
        ("one cell of 100 MB", "PR-1017"),
        ("thirty thousand parts", "PR-1017"),
        ("a Word document of tables", "PR-1003"),
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bombs_AreRejectedInTwoHundredMegabytes()
    {
        if (Environment.GetEnvironmentVariable(IsAlone) is null)
        {
            await RunThisTestAlone();
            return;
        }

        AppContext.SetData("GCHeapHardLimit", (ulong)(GC.GetTotalMemory(forceFullCollection: true) + Memory));
        GC.RefreshMemoryLimit();
        Assert.All(Bombs, bomb => IsRejected(bomb.Kind, bomb.Code));
    }

    private static async Task RunThisTestAlone()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        // Where tests run under "dotnet Core.Tests.dll".
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(HostileArchiveTests).Assembly.Location);
        var results = Directory.CreateTempSubdirectory("produktreport-");
        foreach (var argument in (string[])["--filter-method", $"*.{nameof(Bombs_AreRejectedInTwoHundredMegabytes)}",
            "--results-directory", results.FullName])
            start.ArgumentList.Add(argument);
        start.Environment[IsAlone] = "ja";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        results.Delete(recursive: true);
        Assert.True(process.ExitCode == 0, output);
    }

    private static void IsRejected(string kind, string code)
    {
        using var bomb = Make(kind);
        Assert.InRange(bomb.Length, 1, 40_000_000);
        var watch = Stopwatch.StartNew();
        var result = DeliveryReader.Read(
            Example.Stamp("buero-landrat/a.xlsx"), bomb, Example.Catalogues, ReadingLimits.Default, Cancellation)
            .Judge(FigureSet.Empty);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Patience);
        Assert.Null(result.Delivery);
        Example.Finding(result, code);
    }

    private static FileStream Make(string kind) => kind switch
    {
        "nested elements" => Sheet(write => Repeat(write, "<a>", 5_000_000)),
        "many attributes" => Sheet(write => Numbered(write, "<a", " a{0}=\"\"", 2_000_000, "/>")),
        "a name of 16 million characters" => Sheet(write => Numbered(write, "<", "aaaaaaaa", 2_000_000, "/>")),
        "entities" => Archive(("xl/worksheets/sheet0.xml", write => write(
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">"
                + string.Concat(Enumerable.Range(0, 9)
                .Select(number =>
                $"<!ENTITY {(char)('b' + number)} \"{string.Concat(Enumerable.Repeat($"&{(char)('a' + number)};", 10))}\">"))
            + "]><worksheet><sheetData><row><c><v>&j;</v></c></row></sheetData></worksheet>"))),
        "many sheets" => Archive(60_000, []),
        "many shared strings" =>
            Archive(("xl/sharedStrings.xml", write => Numbered(write, "<sst>", "<si><t>Text {0}</t></si>", 2_000_000, "</sst>")),
                WorksheetOf(write => write(""))),
        "a dimension of the whole sheet" =>
            Archive(("xl/worksheets/sheet0.xml",
                write => write($"<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{Header}</sheetData></worksheet>"))),
        "rows up to the last, sparse" =>
            Sheet(write => write("<row r=\"2\"/><row r=\"1048576\"><c r=\"XFD1048576\"/></row><row r=\"2147483647\"/>")),
        "rows beyond the last column" => Sheet(write => write("<row r=\"2\"><c r=\"ZZZ2\"><v>1</v></c></row>")),
        "an archive of archives" => Zipped(write =>
        {
            using var inner = Sheet(all => Repeat(all, "<row/>", 100_000));
            for (var number = 0; number < 100; number++)
            {
                inner.Position = 0;
                write($"{number}.zip", inner.CopyTo);
            }
        }),
        "a ratio of a thousand" => Sheet(write => Repeat(write, "                ", 8_000_000)),
        "a merged area over the whole sheet" =>
            Archive(WorksheetOf(write => Numbered(write, "", "<row r=\"{0}\"/>", 300_000, ""),
                "<mergeCells><mergeCell ref=\"A2:XFD1048576\"/></mergeCells>")),
        "a merged column for every row" => Archive(WorksheetOf(
            write =>
            {
                write("<row r=\"2\">");
                Repeat(write, "<c><v>1</v></c>", 10_000);
                write("</row>");
                Numbered(write, "", "<row r=\"{0}\"><c r=\"XFD{0}\"><v>7</v></c></row>", 50_000, "", 3);
            },
            "<mergeCells>"
                + string.Concat(Enumerable.Range(0, 10_000)
                .Select(Core.Tables.Rows.ColumnLetters.Of)
                .Select(column => $"<mergeCell ref=\"{column}2:{column}1048576\"/>")) + "</mergeCells>")),
        "a million merged areas" => Archive(("xl/worksheets/sheet0.xml", write =>
        {
            write($"<worksheet><sheetData>{Header}</sheetData><mergeCells>");
            Numbered(write, "", "<mergeCell ref=\"A{0}:B{0}\"/>", 1_000_000, "</mergeCells></worksheet>", 1);
        }
        )),
        "many styles" =>
            Archive(("xl/styles.xml",
                write => Numbered(write, "<styleSheet><cellXfs>", "<xf numFmtId=\"{0}\"/>", 1_000_000,
                "</cellXfs></styleSheet>")), WorksheetOf(write => write(""))),
        "one cell of 100 MB" => Sheet(write =>
        {
            write("<row r=\"2\"><c><v>");
            Repeat(write, "5555555555555555", 100_000_000 / 16);
            write("</v></c></row>");
        }),
        "thirty thousand parts" => Zipped(write =>
        {
            for (var number = 0; number < 30_000; number++)
                write($"a/{number}", _ => { });
        }),
        _ => Zipped(write => write("word/document.xml", stream =>
        {
            var piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 1000)));
            for (var count = 0; count < 5000; count++)
                stream.Write(piece);
        })),
    };

    private static FileStream Sheet(Action<Action<string>> rows) => Archive(WorksheetOf(rows));

    private static (string, Action<Action<string>>) WorksheetOf(Action<Action<string>> rows, string behind = "") =>
        ("xl/worksheets/sheet0.xml", write =>
    {
        write($"<worksheet><sheetData>{Header}");
        rows(write);
        write($"</sheetData>{behind}</worksheet>");
    }
    );

    private static FileStream Archive(params (string Path, Action<Action<string>> Content)[] parts) => Archive(1, parts);

    private static FileStream Archive(int sheets, (string Path, Action<Action<string>> Content)[] parts) => Zipped(write =>
    {
        Text("_rels/.rels",
            all => all($"<Relationships><Relationship Id=\"r1\" Type=\"{Relationship}/officeDocument\" "
            + "Target=\"xl/workbook.xml\"/></Relationships>"));
        Text("xl/workbook.xml",
            all => Numbered(all, $"<workbook xmlns:r=\"{Relationship}\"><sheets>", "<sheet name=\"Blatt {0}\" r:id=\"r0\"/>",
            sheets, "</sheets></workbook>"));
        Text("xl/_rels/workbook.xml.rels", all => all(
            $"<Relationships><Relationship Id=\"r0\" Type=\"{Relationship}/worksheet\" "
                + $"Target=\"worksheets/sheet0.xml\"/><Relationship Id=\"s\" Type=\"{Relationship}/styles\" "
                + "Target=\"styles.xml\"/>"
            + $"<Relationship Id=\"t\" Type=\"{Relationship}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"));
        foreach (var (path, content) in parts)
            Text(path, content);

        void Text(string path, Action<Action<string>> content) =>
            write(path, stream => content(text => stream.Write(Encoding.UTF8.GetBytes(text))));
    });

    private static FileStream Zipped(Action<Action<string, Action<Stream>>> content)
    {
        // Not in memory, which is for reading.
        var file = File.Create(Path.GetTempFileName(), 65536, FileOptions.DeleteOnClose);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            content((path, write) =>
            {
                using var stream = archive.CreateEntry(path, CompressionLevel.Fastest).Open();
                write(stream);
            });
        }

        file.Position = 0;
        return file;
    }

    private static void Repeat(Action<string> write, string text, int count) => Numbered(write, "", text, count, "");

    private static void Numbered(Action<string> write, string start, string text, int count, string end, int first = 2)
    {
        write(start);
        var piece = new StringBuilder();
        for (var number = first; number < first + count; number++)
        {
            piece.Append(
                text.Replace("{0}", number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                StringComparison.Ordinal));
            if (piece.Length < 60_000)
                continue;
            write(piece.ToString());
            piece.Clear();
        }

        write(piece + end);
    }
}
