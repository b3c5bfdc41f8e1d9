using System.Text;

namespace Produktreport.EndToEnd.Tests;

/// <summary>
/// The pictures of README and manual. Pixels differ from one machine's fonts to another's; what was pictured does not: a picture is held to the
/// text it was taken of, in the folder Bilder. With <c>UPDATE_APPROVED=1</c> picture and text are taken anew, to be looked at and committed.
/// </summary>
internal static class Pictures
{
    /// <summary>Holds a picture of <c>docs/bilder</c> to what it was taken of.</summary>
    /// <param name="name">The picture's file name without ending.</param>
    /// <param name="shows">What is pictured, as text.</param>
    /// <param name="take">Takes the picture and writes it to the file given.</param>
    public static async Task Hold(string name, string shows, Func<string, Task> take)
    {
        var (picture, text) = (Repository.At("docs", "bilder", name + ".png"), Repository.At("tests", "EndToEnd.Tests", "Bilder", name + ".txt"));
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            await take(picture);
            await File.WriteAllTextAsync(text, shows, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), TestContext.Current.CancellationToken);
        }

        Assert.True(File.Exists(picture), $"{picture} is missing.");
        Assert.Equal(await File.ReadAllTextAsync(text, TestContext.Current.CancellationToken), shows);
    }
}
