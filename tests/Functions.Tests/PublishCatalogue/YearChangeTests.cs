using Produktreport.Functions.Standalone;
using Produktreport.Functions.Tests.Hosting;
using Produktreport.Functions.Work;

namespace Produktreport.Functions.Tests.PublishCatalogue;

/// <summary>A new year's catalogue never withdraws what was accepted, unless a person decides so.</summary>
public sealed class YearChangeTests : IAsyncDisposable
{
    private const string Renumbered = "produkt: \"1112\"\nvorgaenger: [{produkt: \"1111\"}]\n";

    private readonly SmallCounty county = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ACatalogueThatWouldTakeValues_WaitsForADecision_AndNamesTheDelivery()
    {
        county.Deliver("q1.csv", ("2026-Q1", "100"), ("2027", "400"));
        await county.Work();
        NextYear(product: SmallCounty.Product.Replace("produkt: \"1111\"\n", Renumbered, StringComparison.Ordinal));
        var result = await county.Work();
        Assert.Equal(ExitCodes.InputRejected, result.ExitCode);
        Assert.Contains("gälte 1 Wert der angenommenen Lieferung „amt-eins/q1.csv“ nicht mehr", CatalogueReceipt(),
            StringComparison.Ordinal);
        Assert.Contains("\"werte\": 2", county.Receipt("q1.csv"), StringComparison.Ordinal);
        Assert.Equal(1, county.Version("2026-Q1"));

        var work = county.Service<GivenUpWork>();
        Assert.True(await work.Repeat(Assert.Single(await work.List(Cancellation)).Id, _ => Task.CompletedTask));
        Assert.Empty(await work.List(Cancellation));
        await county.Work();
        Assert.Contains("angenommen", CatalogueReceipt(), StringComparison.Ordinal);
        Assert.Contains("PR-1222", county.Receipt("q1.csv"), StringComparison.Ordinal);
        Assert.Contains("Es heißt 2027 „1112“", county.Receipt("q1.csv"), StringComparison.Ordinal);
        Assert.Equal(100, county.Count("2026-Q1"));
        Assert.Equal(1, county.Version("2026-Q1"));
    }

    [Fact]
    public async Task TheDecision_CanBeMadeInTheCommandLine_AndHoldsForThisContentOnly()
    {
        county.Deliver("plan.csv", ("2027", "400"));
        await county.Work();
        NextYear(product: SmallCounty.Product.Replace("produkt: \"1111\"\n", Renumbered, StringComparison.Ordinal));
        var (code, said) = await Catalogue("pruefen");
        Assert.Equal(ExitCodes.InputRejected, code);
        Assert.Contains("amt-eins/plan.csv: angenommen, verlöre mit diesem Katalog 1 Wert", said, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.InputRejected, (await Catalogue("bestaetigen")).Code);
        await county.Work();
        Assert.Contains("angenommen", county.Receipt("plan.csv"), StringComparison.Ordinal);
        NextYear(product: SmallCounty.Product.Replace("produkt: \"1111\"\n", Renumbered + "beschreibung: Anders\n",
            StringComparison.Ordinal));
        await county.Work();
        Assert.Equal(ExitCodes.Success, (await Catalogue("bestaetigen")).Code);
        await county.Work();
        Assert.Contains("abgelehnt", county.Receipt("plan.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACatalogueThatTakesNothing_IsInForceAtOnce()
    {
        county.Deliver("q1.csv", ("2026-Q1", "100"), ("2027", "400"));
        await county.Work();
        NextYear(SmallCounty.Product);
        Assert.Equal(ExitCodes.Success, (await county.Work()).ExitCode);
        Assert.Contains("angenommen", CatalogueReceipt(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AYearsFolderThatGoes_WaitsAsWell_WhereItTakesValues()
    {
        NextYear(product: SmallCounty.Product.Replace("1111", "1112", StringComparison.Ordinal));
        county.Write("eingang/amt-eins/plan.csv", "Produkt;Grundzahl;Periode;Art;Wert\n1112;anzahl;2027;Plan;400\n");
        await county.Work();
        Assert.Contains("angenommen", county.Receipt("plan.csv"), StringComparison.Ordinal);
        Directory.Delete(county.PathOf("katalog/2027"), recursive: true);
        await county.Work();
        Assert.Contains("angenommen", county.Receipt("plan.csv"), StringComparison.Ordinal);
        Assert.Contains("amt-eins/plan.csv", CatalogueReceipt(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMergedDepartment_DeliversAndCorrectsTheOldYear_FromItsNewFolder()
    {
        county.Deliver("q1.csv", ("2026-Q1", "100"));
        await county.Work();
        NextYear(
            SmallCounty.Product.Replace("amt-eins", "amt-neu", StringComparison.Ordinal),
            SmallCounty.Frame.Replace("{id: amt-eins,", "{id: amt-neu, vorgaenger: [amt-eins],", StringComparison.Ordinal));
        county.Write("eingang/amt-neu/mix.csv",
            "Produkt;Grundzahl;Periode;Wert\n1111;anzahl;2026-Q1;110\n1111;anzahl;2027-Q1;120\n");
        Assert.Equal(ExitCodes.Success, (await county.Work()).ExitCode);
        Assert.Equal(110, county.Count("2026-Q1"));
        // Its old folder works on as well.
        county.Deliver("q2.csv", ("2026-Q2", "50"), ("2027-Q2", "60"));
        Assert.Equal(ExitCodes.Success, (await county.Work()).ExitCode);
        Assert.Equal(50, county.Count("2026-Q2"));
    }

    [Fact]
    public async Task ADepartmentThatIsNewWithoutAPredecessor_IsToldWhatIsMissing_AndKeepsItsOwnYear()
    {
        NextYear(
            SmallCounty.Product.Replace("amt-eins", "amt-neu", StringComparison.Ordinal),
            SmallCounty.Frame.Replace("amt-eins", "amt-neu", StringComparison.Ordinal));
        county.Write("eingang/amt-neu/mix.csv",
            "Produkt;Grundzahl;Periode;Wert\n1111;anzahl;2026-Q1;110\n1111;anzahl;2027-Q1;120\n");
        await county.Work();
        var receipt = System.Text.Encoding.UTF8.GetString(county.Read("quittungen/amt-neu/mix.csv.json"));
        Assert.Contains("PR-1221", receipt, StringComparison.Ordinal);
        Assert.Contains("vorgaenger", receipt, StringComparison.Ordinal);
        Assert.Contains("\"werte\": 1", receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACatalogueFileThatCannotBeOpened_LeavesTheLastOneInForce()
    {
        county.Deliver("q1.csv", ("2026-Q1", "100"));
        await county.Work();
        county.Delete("katalog/2026/produkte/1111.yaml");
        File.CreateSymbolicLink(county.PathOf("katalog/2026/produkte/1111.yaml"), "/nirgends");
        await county.Work();
        Assert.Equal(100, county.Count("2026-Q1"));
        Assert.Contains("angenommen", county.Receipt("q1.csv"), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => county.DisposeAsync();

    private void NextYear(string product, string? frame = null)
    {
        if (Directory.Exists(county.PathOf("katalog/2027")))
            Directory.Delete(county.PathOf("katalog/2027"), recursive: true);
        county.Write("katalog/2027/rahmen.yaml", frame ?? SmallCounty.Frame);
        county.Write($"katalog/2027/produkte/{(product.Contains("\"1112\"", StringComparison.Ordinal) ? "1112" : "1111")}.yaml",
            product);
    }

    private string CatalogueReceipt() => System.Text.Encoding.UTF8.GetString(county.Read("quittungen/katalog/2027.json"));

    private async Task<(int Code, string Said)> Catalogue(string command)
    {
        using var output = new StringWriter();
        var code = await Functions.Standalone.Commands.CommandLine.Run(
            ["katalog", command, "--data", county.PathOf("")], TextReader.Null, output, output);
        return (code, output.ToString());
    }
}
