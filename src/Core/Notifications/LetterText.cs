using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Produktreport.Core.Notifications;

/// <summary>
/// A letter as plain text and as HTML, the same words in both. The HTML is one column that a phone shows without zooming, with no
/// picture, script or address that tells the sender whether it was read.
/// </summary>
public static class LetterText
{
    private const int Width = 76;
    private const string Greeting = "Guten Tag,";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The letter as plain text, lines of at most 76 characters where words allow.</summary>
    public static string Plain(Letter letter)
    {
        var text = new StringBuilder();
        text.Append(Greeting).Append("\n\n");
        foreach (var block in letter.Blocks)
            text.Append(Plain(block)).Append("\n\n");
        return text.Append("-- \n").Append(Wrapped(letter.Why, "")).Append('\n').ToString();
    }

    /// <summary>The letter as HTML.</summary>
    public static string Html(Letter letter)
    {
        var blocks = string.Join('\n', letter.Blocks.Select(Html));
        return $"""
            <!DOCTYPE html>
            <html lang="de">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Encoded(letter.Subject)}</title>
            </head>
            <body style="margin:0;padding:16px;font:16px/1.5 'Segoe UI',Arial,sans-serif">
            <div style="max-width:36em;margin:0 auto;overflow-wrap:anywhere">
            <p style="margin:0 0 16px">{Greeting}</p>
            {blocks}
            <p style="margin:32px 0 0;padding:12px 0 0;border-top:1px solid #767676;font-size:14px">{Encoded(letter.Why)}</p>
            </div>
            </body>
            </html>

            """;
    }

    private static string Plain(LetterBlock block) => block switch
    {
        LetterBlock.Heading(var text) => Wrapped(text, "") + "\n" + new string('-', Math.Min(text.Length, Width)),
        LetterBlock.Sentences(var text) => Wrapped(text, ""),
        LetterBlock.Points(var texts) => string.Join('\n', texts.Select(text => Wrapped("- " + text, "  "))),
        LetterBlock.Link(var text, var address) => $"{text}:\n{address.AbsoluteUri}",
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static string Html(LetterBlock block) => block switch
    {
        LetterBlock.Heading(var text) =>
            $"<h2 style=\"margin:24px 0 8px;font-size:20px;line-height:1.3\">{Encoded(text)}</h2>",
        LetterBlock.Sentences(var text) => $"<p style=\"margin:0 0 12px\">{Encoded(text)}</p>",
        LetterBlock.Points(var texts) =>
            "<ul style=\"margin:0 0 12px;padding:0 0 0 20px\">\n"
            + string.Concat(texts.Select(text => $"<li style=\"margin:0 0 6px\">{Encoded(text)}</li>\n")) + "</ul>",
        LetterBlock.Link(var text, var address) => string.Create(CultureInfo.InvariantCulture,
            $"<p style=\"margin:0 0 16px\"><a href=\"{Encoded(address.AbsoluteUri)}\" style=\"display:inline-block;"
            + $"padding:10px 0;font-weight:600\">{Encoded(text)}</a></p>"),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static string Encoded(string text) => Encoder.Encode(OneLine(text));

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static string Wrapped(string text, string indent)
    {
        var lines = new StringBuilder();
        var length = 0;
        foreach (var word in OneLine(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (length > 0 && length + 1 + word.Length > Width)
            {
                lines.Append('\n').Append(indent);
                length = indent.Length;
            }
            else if (length > 0)
            {
                lines.Append(' ');
                length++;
            }

            lines.Append(word);
            length += word.Length;
        }

        return lines.ToString();
    }
}
