using System.Text;
using Xunit;

namespace Produktreport.Tests.Support;

/// <summary>
/// Files that a person has approved and tests hold the program to. With the environment variable <c>UPDATE_APPROVED=1</c> they
/// are written instead, to be looked at and committed.
/// </summary>
public static class Approved
{
    /// <summary>Whether this run writes what it would otherwise compare with.</summary>
    public static bool IsWritten { get; } = Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1";

    /// <summary>Holds a text to the approved one in a file.</summary>
    public static void Text(string file, string text)
    {
        if (IsWritten)
            File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.True(File.Exists(file), $"Nobody has approved {file} yet.");
        Assert.Equal(File.ReadAllText(file), text);
    }
}
