using Produktreport.Core.Notifications;
using Produktreport.Functions.Notifications;
using Produktreport.Functions.Outbox;

namespace Produktreport.Functions.Standalone;

/// <summary>
/// Shows at the console what would be sent today. Works on a copy of the data folder: nothing is written, nothing is sent, and a
/// program that runs there is not disturbed.
/// </summary>
internal sealed class MessageDesk(string data, TextWriter output)
{
    // Keys of sessions are nobody's business here.
    private static readonly Area[] Copied = [.. Enum.GetValues<Area>().Where(area => area != Area.SessionKeys)];

    /// <summary>Lists the messages, or prints them whole.</summary>
    /// <param name="today">The day; null = today.</param>
    /// <param name="isWhole">Whether their texts are printed.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Whether there was a data folder.</returns>
    public async Task<bool> Show(DateOnly? today, bool isWhole, CancellationToken cancellation)
    {
        if (!Directory.Exists(data))
        {
            await output.WriteLineAsync($"Den Datenordner „{data}“ gibt es nicht.");
            return false;
        }

        var copy = Directory.CreateTempSubdirectory("produktreport-vorschau-").FullName;
        try
        {
            Copy(copy);
            var options = new StandaloneOptions { Data = copy, Once = true, Today = today, Messages = new MessageSettings() };
            await using var app = StandaloneProgram.Build(options, TextWriter.Null);
            await app.Services.GetRequiredService<Workday>().Run(cancellation);
            await Print(await app.Services.GetRequiredService<MessageRound>().Preview(cancellation), isWhole);
            return true;
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private void Copy(string target)
    {
        foreach (var area in Copied.Select(area => area.FolderName()).Where(area => Directory.Exists(Path.Combine(data, area))))
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(data, area), "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(target, Path.GetRelativePath(data, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }
        }

        var accesses = Path.Combine(data, Web.Identity.AccessFile.Name);
        if (File.Exists(accesses))
            File.Copy(accesses, Path.Combine(target, Web.Identity.AccessFile.Name));
    }

    private async Task Print(Preview? preview, bool isWhole)
    {
        if (preview is null)
        {
            await output.WriteLineAsync(
                "Der Katalog dieses Jahres hat keinen Abschnitt benachrichtigung: Niemand bekommt etwas.");
            return;
        }

        if (preview.Mailings.IsEmpty)
            await output.WriteLineAsync("Heute ginge keine Nachricht hinaus.");
        foreach (var mailing in preview.Mailings)
            await Print(mailing, isWhole);
        foreach (var refused in preview.Refused)
            await output.WriteLineAsync(
                $"✘ {refused.Address}: „{refused.Notice.Subject}“ ginge nicht hinaus, denn diese Adresse darf das nicht sehen.");
    }

    private async Task Print(Mailing mailing, bool isWhole)
    {
        var files = mailing.Attachments.IsEmpty ? ""
            : $" (Anhang: {GermanFormat.Enumerate([.. mailing.Attachments.Select(file => file.Name)])})";
        await output.WriteLineAsync($"✔ {mailing.Address}: {mailing.Letter.Subject}{files}");
        await output.WriteLineAsync(isWhole
            ? $"\n{LetterText.Plain(mailing.Letter)}"
            : $"  {mailing.Letter.Why}");
    }
}
