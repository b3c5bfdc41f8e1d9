namespace Produktreport.EndToEnd.Tests;

/// <summary>
/// The pictures of README and manual. Pixels differ from one machine's fonts to another's; what was pictured does not: a picture
/// is held to the text it was taken of, in the folder Bilder. Where approved texts are written anew, the picture is taken anew.
/// </summary>
internal static class Pictures
{
    /// <summary>Holds a picture of <c>docs/bilder</c> to what it was taken of.</summary>
    /// <param name="name">The picture's file name without ending.</param>
    /// <param name="shows">What is pictured, as text.</param>
    /// <param name="take">Takes the picture and writes it to the file given.</param>
    public static async Task Hold(string name, string shows, Func<string, Task> take)
    {
        var (picture, text) = (Repository.At("docs", "bilder", name + ".png"),
            Repository.At("tests", "EndToEnd.Tests", "Bilder", name + ".txt"));
        if (Approved.IsWritten)
            await take(picture);
        Assert.True(File.Exists(picture), $"{picture} is missing.");
        Approved.Text(text, shows);
    }
}
