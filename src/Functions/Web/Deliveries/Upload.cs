using System.Buffers;
using Produktreport.Core.Deliveries;
using Produktreport.Functions.Deliveries;
using Produktreport.Functions.Web.Audit;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Web.Deliveries;

/// <summary>
/// Takes an upload over HTTP: stores it, ingests it, answers with its receipt. A rejected file is stored as well – it is what the
/// department sent, and its receipt stands beside it. A file that counts is never replaced; one that was rejected or taken back
/// is, and what was there before is kept beside it.
/// </summary>
internal sealed class Upload(
    IFileStore files, Ingestion ingest, UploadReading reading, IDeliveryLog log, ArrivalBook arrivals,
    PublishedCatalogues catalogues, AuditLog audit, WebLimits limits, TimeProvider clock)
        : IDisposable
{
    private const int MostWaiting = 100;
    private const int LargeBytes = 1 << 20;
    private const int SmallAtOnce = 4;

    // Used again, since an array of this size lies around until a full collection.
    private byte[] largeBuffer = [];

    /// <summary>
    /// A store writes whole files, so an upload lies in memory for a moment. Large ones one at a time: each is read on both cores
    /// anyway.
    /// </summary>
    public WorkLimit ForLarge { get; } = new(1, MostWaiting, limits.UploadPatience);

    /// <summary>Files up to a mebibyte, as departments send them: they do not wait for large ones.</summary>
    public WorkLimit ForSmall { get; } = new(SmallAtOnce, MostWaiting, limits.UploadPatience);

    /// <summary>Takes a file.</summary>
    /// <param name="visitor">Who sends it.</param>
    /// <param name="department">For whom.</param>
    /// <param name="fileName">Under which name.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellation">Stops before it is stored.</param>
    public Task<UploadOutcome> Run(
        Visitor visitor, DepartmentId department, string fileName, Stream content, CancellationToken cancellation) =>
        Take(department, fileName, content, (path, bytes) => Store(visitor, path, bytes, cancellation), cancellation);

    /// <summary>Judges a file as it would be if it were sent now; nothing is stored.</summary>
    /// <param name="department">For whom.</param>
    /// <param name="fileName">Under which name it is to be sent.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellation">Stops.</param>
    public Task<UploadOutcome> Check(
        DepartmentId department, string fileName, Stream content, CancellationToken cancellation) =>
        Take(department, fileName, content, (path, bytes) => Judge(path, bytes, cancellation), cancellation);

    private async Task<UploadOutcome> Take(
        DepartmentId department, string fileName, Stream content,
        Func<FilePath, ReadOnlyMemory<byte>, Task<UploadOutcome>> finish, CancellationToken cancellation)
    {
        if (UploadName.Problem(fileName) is { } fault)
            return new UploadOutcome.BadName(fault);
        if (!await IsKnown(department, cancellation))
            return new UploadOutcome.UnknownDepartment();
        // What comes slowly over the network must not take the place of others.
        await using var spool = await Spool(content, cancellation);
        if (spool.Length > limits.UploadBytes)
            return new UploadOutcome.TooLarge(limits.UploadBytes);
        var isLarge = spool.Length > LargeBytes;
        using var place = await (isLarge ? ForLarge : ForSmall).Take(cancellation);
        if (place is null)
            return new UploadOutcome.Busy();
        if (isLarge && largeBuffer.Length == 0)
            largeBuffer = GC.AllocateUninitializedArray<byte>((int)limits.UploadBytes);
        var bytes = (isLarge ? largeBuffer : new byte[spool.Length]).AsMemory(0, (int)spool.Length);
        await spool.ReadExactlyAsync(bytes, cancellation);
        return await finish(FilePath.Of($"{department}/{UploadName.Normalize(fileName)}"), bytes);
    }

    public void Dispose()
    {
        ForLarge.Dispose();
        ForSmall.Dispose();
    }

    /// <summary>
    /// The content in a file that goes when it is closed; one byte more than is taken tells that it is too large.
    /// </summary>
    private async Task<FileStream> Spool(Stream content, CancellationToken cancellation)
    {
        var spool = new FileStream(
            Path.Combine(Path.GetTempPath(), $"produktreport-{Guid.NewGuid():N}"),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                BufferSize = 0,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous
            });
        var piece = ArrayPool<byte>.Shared.Rent(64 << 10);
        try
        {
            while (spool.Length <= limits.UploadBytes && await content.ReadAsync(piece, cancellation) is var count and > 0)
                await spool.WriteAsync(piece.AsMemory(0, count), cancellation);
            spool.Position = 0;
            return spool;
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private async Task<bool> IsKnown(DepartmentId department, CancellationToken cancellation) =>
        (await catalogues.Load(cancellation: cancellation)).ByYear.Values.Any(catalogue =>
            catalogue.Find(department) is not null);

    private async Task<UploadOutcome> Store(Visitor visitor, FilePath path, ReadOnlyMemory<byte> bytes,
        CancellationToken cancellation)
    {
        var hash = Checksum.Of(bytes.Span);
        cancellation.ThrowIfCancellationRequested();
        // From here on the file may be there: a caller that hangs up must not keep it from its line in the log and its receipt.
        var isNew = await files.Write(Area.Inbox, path, bytes, WriteCondition.IfAbsent, CancellationToken.None);
        if (!isNew && !await IsSame(path, hash, cancellation))
        {
            if (!await Replace(visitor, path, bytes))
                return new UploadOutcome.NameTaken(await FreeName(path, cancellation));
            isNew = true;
        }

        // Sent again as well: the line of the first time may have failed after the file was there.
        await audit.Append(AuditEntry.Now(clock, visitor, AuditEntry.Uploaded, path.Text, hash));
        if (!isNew)
        {
            var undone = new WithdrawalNote(clock.GetUtcNow(), visitor.Name, "", IsUndone: true);
            await arrivals.Decide(path, hash, undone, CancellationToken.None);
        }

        var receipt = await ingest.Run(path, CancellationToken.None);
        return receipt is null ? new UploadOutcome.NameTaken(path.Name) : new UploadOutcome.Stored(path, receipt, isNew);
    }

    private async Task<UploadOutcome> Judge(FilePath path, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var content = new MemoryStream(bytes.Length);
        await content.WriteAsync(bytes, cancellation);
        content.Position = 0;
        return new UploadOutcome.Checked(await reading.Try(path, content, cancellation));
    }

    // Only what was judged in exactly this version: whatever counts, or is being read, stays. The copy comes first, so that a
    // death between the two loses nothing.
    private async Task<bool> Replace(Visitor visitor, FilePath path, ReadOnlyMemory<byte> bytes)
    {
        if (await log.Find(path.Text) is not { IsAccepted: false, IsRead: true } judgement
            || await files.ReadAll(Area.Inbox, path) is not { } former
            || (await files.Find(Area.Inbox, path))?.Version != judgement.Version)
            return false;
        var kept = path.Append(InboxNames.Replaced(judgement.Stamp.Sha256));
        await files.Write(Area.Inbox, kept, former, WriteCondition.IfAbsent);
        await audit.Append(AuditEntry.Now(clock, visitor, AuditEntry.Replaced, path.Text, kept.Name));
        return await files.Write(Area.Inbox, path, bytes, WriteCondition.IfVersion(judgement.Version));
    }

    private async Task<bool> IsSame(FilePath path, string hash, CancellationToken cancellation)
    {
        await using var present = await files.Open(Area.Inbox, path, cancellation);
        return present is not null && await Checksum.Of(present.Content, cancellation) == hash;
    }

    private async Task<string> FreeName(FilePath path, CancellationToken cancellation)
    {
        var taken = await files.List(Area.Inbox, path.FirstFolder + "/", cancellation).Select(file => file.Path.Name)
            .ToHashSetAsync(StringComparer.Ordinal, cancellation);
        var (stem, ending) = (Path.GetFileNameWithoutExtension(path.Name), Path.GetExtension(path.Name));
        return Enumerable.Range(2, taken.Count + 1).Select(number => $"{stem}-korrektur-{number}{ending}")
            .Prepend($"{stem}-korrektur{ending}")
            .First(name => !taken.Contains(name));
    }
}

/// <summary>Names under which uploads are taken.</summary>
internal static class UploadName
{
    private const int LongestName = 120;

    /// <summary>
    /// The one spelling of a name: composed characters (NFC), as Windows and Linux write them; macOS sends them apart.
    /// </summary>
    public static string Normalize(string name) => Composition.Of(name);

    /// <summary>What is wrong with a name; null where nothing is. Never throws.</summary>
    public static UploadNameFault? Problem(string name)
    {
        if (!name.EnumerateRunes()
            .All(rune => rune != Rune.ReplacementChar
            && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format))
            return UploadNameFault.Characters;
        var normal = Normalize(name);
        if (normal.Length > LongestName || Encoding.UTF8.GetByteCount(normal) > 2 * LongestName)
            return UploadNameFault.Length;
        // Routing leaves an encoded slash as it is.
        if (!FilePath.TryParse(normal, out _) || normal.Contains('/', StringComparison.Ordinal)
            || normal.Contains("%2f", StringComparison.OrdinalIgnoreCase) || normal.StartsWith('.')
            || normal.StartsWith("~$", StringComparison.Ordinal))
            return UploadNameFault.Characters;
        return InboxNames.IsTaken(normal) ? null : UploadNameFault.Ending;
    }
}

/// <summary>What can be wrong with a name.</summary>
internal enum UploadNameFault
{
    /// <summary>Characters that cannot stand in a file name, or a hidden file's.</summary>
    Characters,

    /// <summary>Too long.</summary>
    Length,

    /// <summary>Another ending than those taken.</summary>
    Ending,
}

/// <summary>What became of an upload. Closed.</summary>
internal abstract record UploadOutcome
{
    private UploadOutcome()
    {
    }

    /// <summary>It is stored and has a receipt.</summary>
    /// <param name="Path">Where.</param>
    /// <param name="Receipt">The receipt: accepted or rejected.</param>
    /// <param name="IsNew">False where exactly this file had been uploaded before.</param>
    public sealed record Stored(FilePath Path, Receipt Receipt, bool IsNew) : UploadOutcome;

    /// <summary>It was judged, and nothing stored.</summary>
    /// <param name="Result">What it would be answered, and bring.</param>
    public sealed record Checked(DeliveryResult Result) : UploadOutcome;

    /// <summary>The name cannot be used.</summary>
    public sealed record BadName(UploadNameFault Fault) : UploadOutcome;

    /// <summary>Others were in line before it for too long.</summary>
    public sealed record Busy : UploadOutcome;

    /// <summary>No catalogue knows the department.</summary>
    public sealed record UnknownDepartment : UploadOutcome;

    /// <summary>The name is taken by another content that counts; the program never replaces such a file.</summary>
    /// <param name="FreeName">A name that is free.</param>
    public sealed record NameTaken(string FreeName) : UploadOutcome;

    /// <summary>The file is too large.</summary>
    /// <param name="Limit">Bytes that are taken.</param>
    public sealed record TooLarge(long Limit) : UploadOutcome;
}
