namespace Produktreport.Functions.Standalone;

/// <summary>Makes a data folder from the example county, so that the first run has something to show.</summary>
internal static class ExampleCounty
{
    private const string ArrivalTimes = "eingangszeiten.csv";

    /// <summary>
    /// Copies <c>beispiel/</c> to a new data folder. Uploads get the times of arrival that <c>eingangszeiten.csv</c> lists for
    /// them, because a checkout knows none and the order of uploads decides which value is current.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is no example beside the program or above the current
    /// folder.</exception>
    public static void CopyTo(string data)
    {
        var example = Find() ?? throw new DirectoryNotFoundException(
            $"Der Datenordner „{data}“ fehlt, und der Ordner beispiel/, aus dem er angelegt würde, ist nicht zu finden.");
        // A half-made copy must not be taken for a county's data: made beside the target, then renamed.
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(data));
        var unfinished = target + ".wird-angelegt";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        foreach (var part in (string[])["katalog", "eingang"])
            CopyFolder(Path.Combine(example, part), Path.Combine(unfinished, part));
        SetArrivalTimes(Path.Combine(example, ArrivalTimes), Path.Combine(unfinished, "eingang"));
        Directory.Move(unfinished, target);
    }

    /// <summary>The example county above the current folder or beside the program; null where there is none.</summary>
    public static string? Find() =>
        Ancestors(Directory.GetCurrentDirectory()).Concat(Ancestors(AppContext.BaseDirectory))
            .Select(folder => Path.Combine(folder, "beispiel"))
            .FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, "katalog")));

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
            yield return current.FullName;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static void SetArrivalTimes(string list, string inbox)
    {
        foreach (var line in File.ReadLines(list).Skip(1).Where(line => line.Length > 0))
        {
            var (file, time) = line.Split(';') is [var first, var second]
                ? (first, second)
                : throw new InvalidDataException(line);
            var arrived = BerlinTime.At(DateTime.ParseExact(time, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
            File.SetLastWriteTimeUtc(Path.Combine(inbox, file), arrived.UtcDateTime);
        }
    }
}
