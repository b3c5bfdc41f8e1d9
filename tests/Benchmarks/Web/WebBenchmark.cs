using System.Globalization;

namespace Produktreport.Benchmarks.Web;

/// <summary>
/// <c>web</c>: what a download costs against Kestrel's static files (<c>downloads</c>), and the memory of the server while many
/// download and upload at once (<c>andrang</c>), and what the first view of the overview costs (<c>uebersicht</c>); exit code 1
/// where the last two are more than they may be. Every server is a process of its
/// own with the program's runtime settings.
/// </summary>
internal static class WebBenchmark
{
    public static int Run(string[] args) => RunAll(args).GetAwaiter().GetResult();

    internal static void Print(string line) => Console.WriteLine(line);

    private static async Task<int> RunAll(string[] args)
    {
        if (args is [ServerProcess.Word, var contender, var folder, var today])
            return await Contenders.Serve(contender, folder, DateOnly.Parse(today, CultureInfo.InvariantCulture));
        if (args is ["uebersicht"])
            return await FirstView.Run() ? 0 : 1;
        using var county = await ServedCounty.Create();
        var isWithinBounds = true;
        foreach (var part in args.Length > 0 ? args : ["downloads", "andrang", "uebersicht"])
        {
            switch (part)
            {
                case "downloads":
                    await Downloads.Run(county);
                    break;
                case "andrang":
                    isWithinBounds &= await Crowd.Run(county);
                    break;
                case "uebersicht":
                    isWithinBounds &= await FirstView.Run();
                    break;
                default:
                    throw new ArgumentException($"unknown part {part}", nameof(args));
            }
        }

        return isWithinBounds ? 0 : 1;
    }
}
