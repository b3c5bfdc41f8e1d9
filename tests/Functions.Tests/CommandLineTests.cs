using CsCheck;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Standalone.Commands;

namespace Produktreport.Functions.Tests;

public sealed class CommandLineTests
{
    private const string ToRootHelp = "Mit --help werden alle Optionen und Befehle gezeigt.";

    // Every word the program knows, and what people and shells put between them.
    private static readonly string[] KnownWords =
    [
        "katalog", "pruefen", "bestaetigen", "neu", "aus-csv", "aus-word", "zugang", "anlegen", "liste", "entfernen", "--data",
        "--once", "--today", "--urls", "--storage",
        "nachricht", "--vorschau",
        "--rebuild", "--jahr", "--amt", "--ersetzen", "--rolle", "--data=D", "--today=2026-11-22", "--urls:http://*:80",
        "--once=true", "--jahr=2026", "2026", "eva",
        "leser", "fachamt", "bauamt,jugendamt", "x.csv", "", "-", "--", "---", "-o", "-once", "--=", "=", "@datei", "[diagram]",
        "[suggest]", "[suggest:3]",
        "--version", "/?", "Produktreport", "Produktreport.dll", "größe", "\0", "\"",
    ];

    private static readonly Gen<string[]> Calls = Gen.Frequency((4, Gen.OneOf(KnownWords)), (1, Gen.String)).Array[0, 7];

    [Fact]
    public void NoArguments_RunOnDatenAndServeOnPort7071()
    {
        Assert.Empty(CommandLine.FaultsOf([]));
        Assert.Equal(new StandaloneOptions { Data = "daten", Once = false, Today = null, Urls = "http://localhost:7071" },
            CommandLine.OptionsOf([]));
    }

    [Theory]
    [InlineData("--data D --once --today=2026-11-22 --urls http://*:80")]
    [InlineData("--urls=http://*:80 --today 2026-11-22 --once --data=D")]
    public void AllOptions_AreTaken_InAnyOrder_SeparatedByBlankOrEqualsSign(string call) => Assert.Equal(
        new StandaloneOptions { Data = "D", Once = true, Today = new DateOnly(2026, 11, 22), Urls = "http://*:80" },
        CommandLine.OptionsOf(Understood(call)));

    [Fact]
    public void AStorageAccount_TakesThePlaceOfTheFolder() => Assert.Equal(
        new StandaloneOptions { Storage = "UseDevelopmentStorage=true;A=b", Rebuild = true },
        CommandLine.OptionsOf(Understood("--storage UseDevelopmentStorage=true;A=b --rebuild")));

    [Theory]
    [InlineData("--data D zugang liste")]
    [InlineData("zugang --data D liste")]
    [InlineData("zugang liste --data D")]
    public void TheDataFolder_IsTaken_WhereverItStands(string call) =>
        Assert.Equal("D", CommandLine.OptionsOf(Understood(call)).Data);

    [Theory]
    [InlineData("--help", "Produktreport – ", "--rebuild ", "  64  falscher Aufruf", "zugang anlegen NAME --rolle ROLLE")]
    [InlineData("--once -h", "Produktreport – ", "katalog aus-word DATEI…")]
    [InlineData("--onec -?", "Produktreport – ", "--today JJJJ-MM-TT")]
    [InlineData("katalog --help", "katalog – ", "katalog neu JAHR")]
    [InlineData("katalog aus-word -h", "katalog aus-word – ", "--ersetzen ", "--data ORDNER")]
    [InlineData("katalog aus-word a.docx --jahr MMXX --help", "katalog aus-word – ", "--jahr JAHR")]
    [InlineData("zugang anlegen -?", "zugang anlegen – ", "leser, fachamt, controlling, administration")]
    public async Task Help_IsGivenOfWhatWasAsked_EvenAmongOtherWords(string call, string start, params string[] contained)
    {
        var (exitCode, output, error) = await Run(call);
        Assert.Equal((ExitCodes.Success, ""), (exitCode, error));
        Assert.StartsWith(start, output, StringComparison.Ordinal);
        Assert.All(contained, part => Assert.Contains(part, output, StringComparison.Ordinal));
        Assert.DoesNotContain("Usage", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--onec", "Unbekannte Angabe „--onec“. Meinten Sie „--once“?", ToRootHelp)]
    [InlineData("-once", "Unbekannte Angabe „-once“. Meinten Sie „--once“?", ToRootHelp)]
    [InlineData("--dta D", "Unbekannte Angabe „--dta“. Meinten Sie „--data“?", ToRootHelp)]
    [InlineData("--version", "Unbekannte Angabe „--version“.", ToRootHelp)]
    [InlineData("daten", "Unbekannte Angabe „daten“.", ToRootHelp)]
    [InlineData("katlog pruefen", "Unbekannte Angabe „katlog“. Meinten Sie „katalog“?", "Unbekannte Angabe „pruefen“.",
        ToRootHelp)]
    [InlineData("--once=ja", "Unbekannte Angabe „ja“.", ToRootHelp)]
    [InlineData("@datei", "Unbekannte Angabe „@datei“.", ToRootHelp)]
    [InlineData("[diagram] --once", "Unbekannte Angabe „[diagram]“.", ToRootHelp)]
    [InlineData("-- --once", "Unbekannte Angabe „--once“.", ToRootHelp)]
    [InlineData("--data", "Nach --data fehlt der Wert. Erwartet wird ein Ordner.", ToRootHelp)]
    [InlineData("--data=", "Nach --data fehlt der Wert. Erwartet wird ein Ordner.", ToRootHelp)]
    [InlineData("--data --once", "Nach --data fehlt der Wert. Erwartet wird ein Ordner.", ToRootHelp)]
    [InlineData("--data --help", "Nach --data fehlt der Wert. Erwartet wird ein Ordner.", ToRootHelp)]
    [InlineData("--today 22.11.2026", "„22.11.2026“ passt nicht zu --today. Erwartet wird ein Kalendertag wie 2026-11-22.",
        ToRootHelp)]
    [InlineData("--today 2026-02-29", "„2026-02-29“ passt nicht zu --today. Erwartet wird ein Kalendertag wie 2026-11-22.",
        ToRootHelp)]
    [InlineData("--urls 7071", "„7071“ passt nicht zu --urls. Erwartet wird eine Adresse wie http://localhost:7071.", ToRootHelp)]
    [InlineData("--data A --data B --once --once", "--data ist mehrfach angegeben.", "--once ist mehrfach angegeben.",
        ToRootHelp)]
    [InlineData("--today x --urls y", "„x“ passt nicht zu --today. Erwartet wird ein Kalendertag wie 2026-11-22.",
        "„y“ passt nicht zu --urls. Erwartet wird eine Adresse wie http://localhost:7071.", ToRootHelp)]
    [InlineData("katalog",
        "Nach „katalog“ fehlt, was zu tun ist: pruefen, bestaetigen, neu, aus-csv, aus-word, profil, nachricht.",
        "Mit „katalog --help“ wird die Hilfe dazu gezeigt.")]
    [InlineData("katalog pruefn", "Unbekannte Angabe „pruefn“ bei „katalog“. Meinten Sie „pruefen“?",
        "Nach „katalog“ fehlt, was zu tun ist: pruefen, bestaetigen, neu, aus-csv, aus-word, profil, nachricht.",
        "Mit „katalog --help“ wird die Hilfe dazu gezeigt.")]
    [InlineData("katalog neu", "JAHR fehlt. Erwartet wird ein Jahr wie 2027.",
        "Mit „katalog neu --help“ wird die Hilfe dazu gezeigt.")]
    [InlineData("katalog neu bald", "„bald“ passt nicht zu JAHR. Erwartet wird ein Jahr wie 2027.",
        "Mit „katalog neu --help“ wird die Hilfe dazu gezeigt.")]
    [InlineData("katalog neu 2027 2028", "Unbekannte Angabe „2028“ bei „katalog neu“.",
        "Mit „katalog neu --help“ wird die Hilfe dazu gezeigt.")]
    [InlineData("--once katalog neu 2027", "Unbekannte Angabe „--once“ bei „katalog neu“.",
        "Mit „katalog neu --help“ wird die Hilfe dazu gezeigt.")]
    [InlineData("katalog pruefen --jahr 2026", "Unbekannte Angabe „--jahr“ bei „katalog pruefen“.",
        "Mit „katalog pruefen --help“ wird die Hilfe dazu gezeigt.")]
    [InlineData("katalog --jahr 2026 aus-csv x.csv", "--jahr gehört hinter „katalog aus-csv“.",
        "Mit „katalog aus-csv --help“ wird die Hilfe dazu gezeigt.")]
    [InlineData("katalog aus-csv x.csv --amt Amt",
        "„Amt“ passt nicht zu --amt. Erwartet wird der Kurzname eines Amts (Kleinbuchstaben, Ziffern, Bindestrich).",
        "Mit „katalog aus-csv --help“ wird die Hilfe dazu gezeigt.")]
    [InlineData("katalog aus-word --jahr 2026", "DATEI fehlt. Erwartet wird mindestens eine Datei.",
        "Mit „katalog aus-word --help“ wird die Hilfe dazu gezeigt.")]
    [InlineData("zugang umbenennen eva", "Unbekannte Angabe „umbenennen“ bei „zugang“.", "Unbekannte Angabe „eva“ bei „zugang“.",
        "Nach „zugang“ fehlt, was zu tun ist: anlegen, liste, abmelden, sperren, entsperren, entfernen.",
        "Mit „zugang --help“ wird die Hilfe dazu gezeigt.")]
    [InlineData("zugang anlegen", "--rolle fehlt. Erwartet wird eine der Rollen leser, fachamt, controlling, administration.",
        "NAME fehlt. Erwartet wird ein Name aus 1 bis 60 Buchstaben, Ziffern oder . - _ @.",
        "Mit „zugang anlegen --help“ wird die Hilfe dazu gezeigt.")]
    [InlineData("zugang anlegen eva --rolle koenig",
        "„koenig“ passt nicht zu --rolle. Erwartet wird eine der Rollen leser, fachamt, controlling, administration.",
        "Mit „zugang anlegen --help“ wird die Hilfe dazu gezeigt.")]
    [InlineData("zugang anlegen a/b --rolle leser",
        "„a/b“ passt nicht zu NAME. Erwartet wird ein Name aus 1 bis 60 Buchstaben, Ziffern oder . - _ @.",
        "Mit „zugang anlegen --help“ wird die Hilfe dazu gezeigt.")]
    [InlineData("zugang anlegen eva --rolle fachamt --amt bauamt,Bau/Amt",
        "„bauamt,Bau/Amt“ passt nicht zu --amt. Erwartet wird der Kurzname eines Amts (Kleinbuchstaben, Ziffern, Bindestrich), "
        + "mehrere mit Komma.", "Mit „zugang anlegen --help“ wird die Hilfe dazu gezeigt.")]
    [InlineData("zugang anlegen eva --rolle fachamt", "Ein Fachamt braucht --amt mit mindestens einem Amt.")]
    [InlineData("zugang anlegen eva --rolle leser --amt bauamt", "--amt gibt es nur für die Rolle fachamt.")]
    [InlineData("zugang anlegen eva --rolle leser --data /gibt/es/nicht",
        "Den Datenordner „/gibt/es/nicht“ gibt es noch nicht. Starten Sie das Programm zuerst einmal mit --data /gibt/es/nicht.")]
    [InlineData("zugang entfernen eva --data /gibt/es/nicht", "Einen Zugang „eva“ gibt es nicht.")]
    public async Task WrongUsage_SaysAllThatIsWrong_AndWhatIsExpected(string call, params string[] lines)
    {
        var (exitCode, output, error) = await Run(call);
        Assert.Equal((ExitCodes.WrongUsage, ""), (exitCode, output));
        Assert.Equal(lines, error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void WhateverTheWords_TheyAreUnderstood_OrSaidToBeWrong_InGerman() => Calls.Sample(
        words =>
        {
            var call = CommandLine.Parse(words);
            var faults = CommandLine.FaultsOf(words);
            Assert.True(call.Errors.Count == 0 || faults.Count > 0, "The library refuses what the program takes.");
            Assert.All(faults,
                fault => Assert.Matches("^(?:Unbekannte Angabe „|Nach |„|--\\S+ (?:fehlt|gehört|ist)|[A-Z]+ fehlt)", fault));
        },
        iter: 20_000);

    [Fact]
    public async Task WhateverIsWrong_TheProgramEndsWithTheExitCodeOfWrongUsage() =>
        await Calls.Where(words => CommandLine.FaultsOf(words).Count > 0).SampleAsync(
        async words =>
            Assert.Equal(ExitCodes.WrongUsage, await CommandLine.Run(words, TextReader.Null, TextWriter.Null, TextWriter.Null)),
        iter: 2_000);

    private static string[] Understood(string call)
    {
        var words = call.Split(' ');
        Assert.Empty(CommandLine.FaultsOf(words));
        return words;
    }

    private static async Task<(int ExitCode, string Output, string Error)> Run(string call)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var exitCode = await CommandLine.Run(call.Split(' '), TextReader.Null, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
