using System.CommandLine;
using Produktreport.Functions.Hosting;
using Produktreport.Functions.Storage.Local;

namespace Produktreport.Functions.Standalone.Commands;

/// <summary><c>vergleich …</c>: check files for the comparison, and give out one's own figures.</summary>
internal static class ComparisonCommands
{
    public static Command Create(Option<string?> data)
    {
        return new Command("vergleich", "Vergleich mit anderen Landkreisen") { Check(), GiveOut() };

        Command Check()
        {
            var names = Values.Files("DATEI", "Dateien „Kennzahlen offen“ (CSV, JSON) oder Flat-Dateien der Statistischen Ämter");
            var check = new Command("pruefen", "alle Fehler von Vergleichsdateien anzeigen") { names };
            check.SetAction((call, stop) => Done(call, storage: null, desk => desk.Check(call.GetValue(names)!, stop)));
            return check;
        }

        Command GiveOut()
        {
            var year = Values.Year.Argument("JAHR", "das Jahr der freigegebenen Jahresberichte");
            var target = Values.Folder.Argument("ZIEL", "ein Ordner, oder eine Datei mit der Endung .csv oder .json");
            var storage = Values.Account.Option("--storage", "wo die Berichte liegen, wenn das Programm mit --storage läuft");
            var give = new Command(
                "ausgeben", "die vergleichbaren Zahlen freigegebener Jahresberichte als „Kennzahlen offen“ schreiben")
                { year, target, storage };
            give.SetAction((call, stop) => Done(
                call, call.GetValue(storage), desk => desk.GiveOut(call.GetValue(year)!.Value, call.GetValue(target)!, stop)));
            return give;
        }

        async Task<int> Done(ParseResult call, string? storage, Func<OpenFigureDesk, Task<bool>> work)
        {
            var files = ProgramParts.FilesOf(call.GetValue(data)!, storage);
            using var open = files as IDisposable;
            var desk = new OpenFigureDesk(
                files, new PublishedCatalogues(files, new MemoryFigureStore()), call.InvocationConfiguration.Output);
            return await work(desk) ? ExitCodes.Success : ExitCodes.InputRejected;
        }
    }
}
