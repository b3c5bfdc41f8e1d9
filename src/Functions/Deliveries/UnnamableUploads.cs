namespace Produktreport.Functions.Deliveries;

/// <summary>
/// Answers what cannot be read as a file. A name that is no <see cref="FilePath"/> gets its receipt under the nearest name that
/// is one. Links, pipes, devices and folders are never opened. Running it again changes nothing.
/// </summary>
internal sealed class UnnamableUploads(IFileStore files, ReceiptFiles receipts)
{
    private const int HashLength = 8;
    private const int LongestPart = 200;

    /// <summary>Answers those that have no receipt yet.</summary>
    /// <returns>All receipts, and whether each is new.</returns>
    public async Task<IReadOnlyList<(Receipt Receipt, bool IsNew)>> Run(CancellationToken cancellation = default)
    {
        var answered = new List<(Receipt, bool)>();
        await foreach (var upload in files.ListStrays("", cancellation))
        {
            var receipt = await Answer(upload, cancellation);
            answered.Add((receipt, await receipts.Write(ReceiptOf(upload), receipt, cancellation)));
        }

        return answered;
    }

    /// <summary>The path under which something has its receipt: its own where it has one.</summary>
    public static FilePath ReceiptOf(UnnamableFile upload) =>
        Area.Inbox.TryPath(upload.Name, out var path) ? path : StandIn(upload.Name);

    /// <summary>The answer to something that cannot be read as a file.</summary>
    public static async Task<Receipt> Answer(UnnamableFile upload, CancellationToken cancellation = default)
    {
        var stamp = await Stamp(upload, cancellation);
        return upload.Fault switch
        {
            UnnamableFault.Link => Receipt.OfNoFile(stamp, "eine Verknüpfung"),
            UnnamableFault.Device => Receipt.OfNoFile(stamp, "ein Gerät oder eine Leitung"),
            UnnamableFault.Folder => Receipt.OfNoFile(stamp, "ein Ordner"),
            UnnamableFault.ClosedFolder => Receipt.OfClosedFolder(stamp),
            _ => Receipt.OfImpossibleName(
                stamp, FilePath.FirstFault(upload.Name, Area.Inbox.Spare()) ?? upload.Name, FaultOf(upload.Name)),
        };
    }

    /// <summary>
    /// The path under which an upload has its receipt: impossible characters as <c>_</c>, and a part of the name's hash, so that
    /// it is its own.
    /// </summary>
    public static FilePath StandIn(string name)
    {
        var parts = name.Split('/').Select(Safe).ToList();
        var (stem, ending) = (Path.GetFileNameWithoutExtension(parts[^1]), Path.GetExtension(parts[^1]));
        parts[^1] = $"{stem}~{Checksum.Of(name)[..HashLength]}{ending}";
        // A path too long as a whole keeps its ends.
        return Area.Inbox.TryPath(string.Join('/', parts), out var path) ? path : FilePath.Of($"{parts[0]}/{parts[^1]}");
    }

    private static string Safe(string part)
    {
        var bytes = 0;
        var shown = part.EnumerateRunes().TakeWhile(rune => (bytes += rune.Utf8SequenceLength) <= LongestPart)
            .Select(rune => rune.ToString()).Select(text => text.All(FilePath.IsSafe) ? text : "_");
        return string.Concat(shown).TrimEnd(' ', '.') is { Length: > 0 } safe ? safe : "_";
    }

    private static string FaultOf(string name)
    {
        if (FilePath.FirstFault(name, Area.Inbox.Spare()) is not { } part)
            return "er ist mit Ordnern länger als 1.009 Zeichen";
        if (part.FirstOrDefault(character => !FilePath.IsSafe(character)) is var bad && bad != default)
            return char.IsControl(bad)
                ? $"das Steuerzeichen U+{(int)bad:X4} kann in Dateinamen nicht stehen"
                : $"das Zeichen „{bad}“ kann in Dateinamen nicht stehen";
        return part switch
        {
            "" => "ein Ordner darin hat keinen Namen",
            [.., ' '] => "am Ende steht ein Leerzeichen",
            [.., '.'] => "am Ende steht ein Punkt",
            _ when part.EnumerateRunes().Contains(Rune.ReplacementChar) => "er enthält ein ungültiges Zeichen",
            _ => "ein Teil davon ist zu lang: höchstens 240 Zeichen, wobei Umlaute doppelt zählen",
        };
    }

    private static async Task<DeliveryStamp> Stamp(UnnamableFile upload, CancellationToken cancellation)
    {
        await using var content = await upload.Open(cancellation);
        var hash = content is null ? "" : await Checksum.Of(content, cancellation);
        var department = DepartmentId.TryParse(upload.Name.Split('/')[0], out var id) ? id : default;
        return new DeliveryStamp(upload.Name, department, hash, upload.ModifiedAt);
    }
}
