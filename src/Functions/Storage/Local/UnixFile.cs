using System.Runtime.InteropServices;

namespace Produktreport.Functions.Storage.Local;

/// <summary>
/// What .NET does not tell of a file on Linux: whether it is one, or a pipe, a socket, a device, which wait or never end when
/// read.
/// </summary>
internal static class UnixFile
{
    // linux/stat.h; the same on every processor.
    private const int AtWorkingFolder = -100;
    private const int NotThroughLinks = 0x100;
    private const uint KindAsked = 1;
    private const int ResultBytes = 256;
    private const int ModeAt = 28;
    private const int KindMask = 0xF000;
    private const int RegularFile = 0x8000;

    /// <summary>Whether a path names a regular file, as far as that can be told; a link is none.</summary>
    public static bool IsRegular(string path)
    {
        if (!OperatingSystem.IsLinux())
            return true;
        var result = new byte[ResultBytes];
        return Ask(AtWorkingFolder, path, NotThroughLinks, KindAsked, result) != 0
            || (BitConverter.ToUInt16(result, ModeAt) & KindMask) == RegularFile;
    }

#pragma warning disable SYSLIB1054 // What would be generated instead is unsafe code, which the project does without.
    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Ask(
        int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [Out] byte[] result);
#pragma warning restore SYSLIB1054
}
