using System.Diagnostics;

namespace Produktreport.Functions.Tests.Faults;

/// <summary>A disk of a few megabytes that can be full. It lives in memory and goes with its process.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 64;
    private const string Filling = "voll";
    private readonly Process holder;
    private readonly DirectoryInfo place;

    private SmallDisk(Process holder, DirectoryInfo place) => (this.holder, this.place) = (holder, place);

    // The mount is another process's own; through it everybody sees what that one sees.
    private string Root => $"/proc/{holder.Id}/root{place.FullName}";

    /// <summary>A disk; null where this machine gives no mounts of one's own.</summary>
    public static SmallDisk? TryMount()
    {
        var mounted = Directory.CreateTempSubdirectory("produktreport-");
        var script = $"mount -t tmpfs -o size={Megabytes}m tmpfs '{mounted.FullName}' && echo da && exec cat";
        var keeper = Process.Start(new ProcessStartInfo("unshare", ["-rm", "sh", "-c", script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var disk = new SmallDisk(keeper, mounted);
        if (keeper.StandardOutput.ReadLine() == "da")
            return disk;
        disk.Dispose();
        return null;
    }

    /// <summary>A folder on it.</summary>
    public DirectoryInfo Folder(string name) => Directory.CreateDirectory(Path.Combine(Root, name));

    /// <summary>Takes all the room that is left.</summary>
    public void Fill()
    {
        var block = new byte[4096];
        using var file = new FileStream(
            Path.Combine(Root, Filling), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        try
        {
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives back what <see cref="Fill"/> took.</summary>
    public void Free() => File.Delete(Path.Combine(Root, Filling));

    public void Dispose()
    {
        holder.Kill();
        holder.WaitForExit();
        holder.Dispose();
        place.Delete();
    }
}
