using System.CommandLine;
using Produktreport.Functions.Storage.Local;

namespace Produktreport.Functions.Standalone.Commands;

/// <summary><c>katalog …</c>: check and make catalogue files.</summary>
internal static class CatalogueCommands
{
    public static Command Create(Option<string?> data)
    {
        return new Command("katalog", "Katalog bearbeiten")
        {
            Check(), Confirm(), NewYear(), FromCsv(), FromWord(), Profile(), Messages(),
        };

        Command Check()
        {
            var check = new Command("pruefen", "alle Fehler aller Katalogjahre anzeigen");
            check.SetAction((call, stop) => Done(Desk(call).Check(stop)));
            return check;
        }

        Command Confirm()
        {
            var confirm = new Command(
                "bestaetigen", "einen Katalog in Kraft setzen, der angenommenen Lieferungen Werte nähme (siehe pruefen)");
            confirm.SetAction((call, stop) => Done(Desk(call).Confirm(stop)));
            return confirm;
        }

        Command NewYear()
        {
            var year = Values.Year.Argument("JAHR", "das neue Katalogjahr");
            var next = new Command("neu", "Katalog des Jahres aus dem des Vorjahres anlegen") { year };
            next.SetAction((call, stop) => Done(Desk(call).NewYear(call.GetValue(year)!.Value, stop)));
            return next;
        }

        Command FromCsv()
        {
            var file = Values.File.Argument("DATEI", "der Produktplan");
            var (year, department) = (Year(), Department());
            var plan = new Command("aus-csv", "Produkte aus einem Produktplan oder Haushalt (CSV, XLSX) anlegen")
            { file, year, department };
            plan.SetAction((call, stop) =>
                Done(Desk(call).FromCsv(call.GetValue(file)!, call.GetValue(year), call.GetValue(department), stop)));
            return plan;
        }

        Command FromWord()
        {
            var files = Values.Files("DATEI", "die Formulare (DOCX)");
            var (year, department) = (Year(), Department());
            var replace = Values.Switch("--ersetzen", "vorhandene Produktdateien ersetzen (Kennungen bleiben)");
            var forms = new Command("aus-word", "Produkte aus Word-Formularen „Produktbeschreibung“ anlegen")
            {
                files, year, department, replace,
            };
            forms.SetAction((call, stop) => Done(Desk(call).FromWord(
                call.GetValue(files)!, call.GetValue(year), call.GetValue(department), call.GetValue(replace), stop)));
            return forms;
        }

        Command Profile()
        {
            var file = Values.File.Argument("DATEI", "ein Auszug des Fachverfahrens (CSV oder XLSX)");
            var year = Year();
            var department = Values.Department.Option("--amt",
                "Amt, das solche Dateien liefert (Vorgabe: das für alle liefern darf)");
            var profile = new Command("profil", "ein Importprofil aus einer Datei vorschlagen und zeigen, was es liest")
                { file, year, department };
            profile.SetAction((call, stop) =>
                Done(Desk(call).Profile(call.GetValue(file)!, call.GetValue(year), call.GetValue(department), stop)));
            return profile;
        }

        Command Messages()
        {
            var whole = Values.Switch("--vorschau", "auch ganz zeigen, was darin stünde");
            var today = Values.Day.Option("--today", "Kalendertag, für den gefragt wird (Vorgabe: heute in Europe/Berlin)");
            var messages = new Command("nachricht", "zeigen, wer heute welche Nachricht bekäme und warum; verschickt wird nichts")
                { whole, today };
            messages.SetAction((call, stop) => Done(new MessageDesk(call.GetValue(data)!, call.InvocationConfiguration.Output)
                .Show(call.GetValue(today), call.GetValue(whole), stop)));
            return messages;
        }

        CatalogueDesk Desk(ParseResult call) =>
            new(new FolderFileStore(call.GetValue(data)!), call.InvocationConfiguration.Output);
    }

    private static Option<int?> Year() => Values.Year.Option("--jahr", "Katalogjahr (Vorgabe: das jüngste vorhandene)");

    private static Option<Core.Catalogues.DepartmentId?> Department() =>
        Values.Department.Option("--amt", "Amt der Produkte, soweit die Datei keines nennt");

    private static async Task<int> Done(Task<bool> work) => await work ? ExitCodes.Success : ExitCodes.InputRejected;
}
