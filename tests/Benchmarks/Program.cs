using Produktreport.Benchmarks.Comparisons;
using Produktreport.Benchmarks.Deliveries;
using Produktreport.Benchmarks.KeyFigures;
using Produktreport.Benchmarks.Pdf;
using Produktreport.Benchmarks.Storage;
using Produktreport.Benchmarks.Web;

// One line a benchmark: its name on the command line, and what it runs.
Dictionary<string, Func<string[], int>> benchmarks = new()
{
    ["kennzahlen"] = KeyFigureBenchmark.Run,
    ["pdf"] = PdfBenchmark.Run,
    ["web"] = WebBenchmark.Run,
    ["lieferungen"] = DeliveryBenchmark.Run,
    ["speicher"] = StorageBenchmark.Run,
    ["vergleich"] = ComparisonBenchmark.Run,
};

if (args.Length > 0 && benchmarks.TryGetValue(args[0], out var run))
    return run(args[1..]);
Console.Error.WriteLine($"usage: dotnet run -c Release --project tests/Benchmarks -- {string.Join('|', benchmarks.Keys)}");
return 64;
