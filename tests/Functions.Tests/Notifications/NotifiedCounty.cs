using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Produktreport.Functions.Notifications;
using Produktreport.Functions.Outbox;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Tests.Notifications;

/// <summary>The example county in a folder, with rules of who is told of what, and its program on a day.</summary>
internal sealed class NotifiedCounty : IDisposable
{
    /// <summary>Who is told of what, all day long.</summary>
    public const string Rules = """
        benachrichtigung:
          absender: berichte@musterland.example
          antwort_an: controlling@musterland.example
          portal: https://berichte.musterland.example
          uhrzeit: "00:00"
          administration: [edv@musterland.example]
          controlling: [controlling@musterland.example]
          wochenbericht: freitag
          verteiler:
            - {name: Kreistag, empfaenger: [kreistag@musterland.example], gesamtbericht: true, produkte: ["1111"]}
            - {name: Leitung, empfaenger: [leitung@musterland.example], rolle: leser, produkte: ["1111"], anhang: true}
            - {name: Büro, empfaenger: [buero@musterland.example], rolle: fachamt, amt: buero-landrat, produkte: ["1111", "1121"],
               entwuerfe: true}
          ruhe: [{amt: jugendamt, von: 2026-10-01, bis: 2026-12-31}]

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-nachrichten-");

    public NotifiedCounty(string rules = Rules)
    {
        ExampleCounty.CopyTo(Data);
        foreach (var year in (string[])["2025", "2026"])
            File.AppendAllText(Path.Combine(Data, "katalog", year, "rahmen.yaml"), "\n" + rules);
    }

    public string Data => Path.Combine(folder.FullName, "daten");

    /// <summary>The program on a day.</summary>
    public WebApplication Program(DateOnly today, MessageSettings messages) => StandaloneProgram.Build(
        new StandaloneOptions
        {
            Data = Data,
            Once = true,
            Today = today,
            Urls = "http://127.0.0.1:0",
            Messages = messages,
            Access = File.Exists(Path.Combine(Data, AccessFile.Name))
                ? new AccessMode.ByFile(Path.Combine(Data, AccessFile.Name))
                : new AccessMode.Open(),
        },
        TextWriter.Null);

    /// <summary>One run of the program on a day.</summary>
    public async Task Run(DateOnly today, MessageSettings messages)
    {
        await using var program = Program(today, messages);
        await program.Services.GetRequiredService<Workday>().Run(TestContext.Current.CancellationToken);
    }

    /// <summary>What the program would send on a day.</summary>
    public async Task<Preview?> Preview(DateOnly today)
    {
        await using var program = Program(today, new MessageSettings());
        await program.Services.GetRequiredService<Workday>().Run(TestContext.Current.CancellationToken);
        return await program.Services.GetRequiredService<MessageRound>().Preview(TestContext.Current.CancellationToken);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
