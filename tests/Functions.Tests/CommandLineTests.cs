using Produktreport.Functions.Hosting;

namespace Produktreport.Functions.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void NoArguments_RunOnDatenAndServeOnPort7071()
    {
        var run = Assert.IsType<Command.Run>(CommandLine.Parse([]));
        Assert.Equal(new StandaloneOptions { Data = "daten", Once = false, Today = null, Urls = "http://localhost:7071" }, run.Options);
    }

    [Fact]
    public void AllOptions_AreTaken_SeparatedByBlankOrEqualsSign()
    {
        var run = Assert.IsType<Command.Run>(CommandLine.Parse(["--data", "D", "--once", "--today=2026-11-22", "--urls", "http://*:80"]));
        Assert.Equal(new StandaloneOptions { Data = "D", Once = true, Today = new DateOnly(2026, 11, 22), Urls = "http://*:80" }, run.Options);
    }

    [Fact]
    public void AStorageAccount_TakesThePlaceOfTheFolder()
    {
        var run = Assert.IsType<Command.Run>(CommandLine.Parse(["--storage", "UseDevelopmentStorage=true", "--rebuild"]));
        Assert.Equal(new StandaloneOptions { Storage = "UseDevelopmentStorage=true", Rebuild = true }, run.Options);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-?")]
    public void HelpIsGiven_EvenAmongOtherOptions(string help) => Assert.IsType<Command.Help>(CommandLine.Parse(["--once", help]));

    [Theory]
    [InlineData("Unbekannte Angabe „--onec“. Mit --help werden alle Optionen gezeigt.", "--onec")]
    [InlineData("Unbekannte Angabe „daten“. Mit --help werden alle Optionen gezeigt.", "daten")]
    [InlineData("Unbekannte Angabe „--once=ja“. Mit --help werden alle Optionen gezeigt.", "--once=ja")]
    [InlineData("Nach --data fehlt der Wert. Mit --help werden alle Optionen gezeigt.", "--data")]
    [InlineData("Nach --data fehlt der Wert. Mit --help werden alle Optionen gezeigt.", "--data", "--once")]
    [InlineData("„22.11.2026“ passt nicht zu --today. Erwartet wird ein Kalendertag wie 2026-11-22.", "--today", "22.11.2026")]
    [InlineData("„2026-02-29“ passt nicht zu --today. Erwartet wird ein Kalendertag wie 2026-11-22.", "--today", "2026-02-29")]
    [InlineData("„7071“ passt nicht zu --urls. Erwartet wird eine Adresse wie http://localhost:7071.", "--urls", "7071")]
    public void WrongUsage_SaysWhatWasWrong(string message, params string[] arguments) =>
        Assert.Equal(message, Assert.IsType<Command.Misuse>(CommandLine.Parse(arguments)).Message);
}
