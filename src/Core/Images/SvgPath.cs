using System.Globalization;

namespace Produktreport.Core.Images;

/// <summary>
/// A filled shape in SVG path data, such as a coat of arms or an icon; scaled to the rectangle it is painted in.
/// </summary>
/// <remarks>Understands M, L, H, V, C, Q and Z, absolute and relative; elliptical arcs and S/T are left to the drawing
/// program.</remarks>
internal sealed class SvgPath
{
    private readonly List<(char Command, double[] Numbers)> steps = [];
    private readonly double width;
    private readonly double height;

    /// <param name="data">The path's <c>d</c> attribute.</param>
    /// <param name="width">The width of the view box, which starts at 0.</param>
    /// <param name="height">The height of the view box.</param>
    /// <exception cref="FormatException">A command or character that is not understood, a number missing or out of proportion, or
    /// no move at the start.</exception>
    public SvgPath(string data, double width, double height)
    {
        (this.width, this.height) = (width, height);
        Read(data);
    }

    /// <summary>The path as moves, lines, curves and closings (M, L, C, Z), x and y as shares of the view box.</summary>
    internal IEnumerable<(char Command, double[] Points)> Steps =>
        steps.Select(
            step => (step.Command, step.Numbers.Select((number, i) => number / (i % 2 == 0 ? width : height)).ToArray()));

    private void Read(string data)
    {
        const double largest = 1_000_000;
        var tokens = Tokens(data);
        if (tokens.Count == 0 || tokens[0] is not ("M" or "m"))
            throw new FormatException("A path begins with M.");
        var (x, y, startX, startY) = (0.0, 0.0, 0.0, 0.0);
        var at = 0;
        var command = 'M';
        while (at < tokens.Count)
        {
            if (char.IsAsciiLetter(tokens[at][0]))
                command = tokens[at++][0];
            else if (char.ToUpperInvariant(command) == 'M')
                command = command == 'm' ? 'l' : 'L'; // further pairs after a move are lines
            else if (char.ToUpperInvariant(command) == 'Z')
                throw new FormatException("A number follows Z, which takes none.");
            var isRelative = char.IsAsciiLetterLower(command);
            var (dx, dy) = isRelative ? (x, y) : (0, 0);
            double Next() => at < tokens.Count && double.TryParse(tokens[at++], CultureInfo.InvariantCulture, out var number)
                && Math.Abs(number) < largest
                ? number
                : throw new FormatException($"A number is missing after {command} in the path.");
            switch (char.ToUpperInvariant(command))
            {
                case 'M':
                    (x, y) = (Next() + dx, Next() + dy);
                    (startX, startY) = (x, y);
                    Add('M', x, y);
                    break;
                case 'L':
                    (x, y) = (Next() + dx, Next() + dy);
                    Add('L', x, y);
                    break;
                case 'H':
                    Add('L', x = Next() + dx, y);
                    break;
                case 'V':
                    Add('L', x, y = Next() + dy);
                    break;
                case 'C':
                    double[] curve = [Next() + dx, Next() + dy, Next() + dx, Next() + dy, Next() + dx, Next() + dy];
                    (x, y) = (curve[4], curve[5]);
                    Add('C', curve);
                    break;
                case 'Q':
                    var (qx, qy, endX, endY) = (Next() + dx, Next() + dy, Next() + dx, Next() + dy);
                    Add(
                        'C', x + 2 * (qx - x) / 3, y + 2 * (qy - y) / 3,
                        endX + 2 * (qx - endX) / 3, endY + 2 * (qy - endY) / 3, endX, endY);
                    (x, y) = (endX, endY);
                    break;
                case 'Z':
                    (x, y) = (startX, startY);
                    Add('Z');
                    break;
                default:
                    throw new FormatException($"The path command {command} is not understood.");
            }
        }
    }

    private void Add(char command, params double[] numbers) => steps.Add((command, numbers));

    private static List<string> Tokens(string data)
    {
        var tokens = new List<string>();
        var at = 0;
        while (at < data.Length)
        {
            var start = at;
            if (char.IsAsciiLetter(data[at]))
                at++;
            else
                at = EndOfNumber(data, at);
            if (at == start && data[at] != ',' && !char.IsWhiteSpace(data[at]))
                throw new FormatException($"The character {data[at]} has no place in a path.");
            if (at == start)
                at++;
            else
                tokens.Add(data[start..at]);
        }

        return tokens;
    }

    private static int EndOfNumber(string data, int at)
    {
        var (start, hasPoint) = (at, false);
        for (; at < data.Length; at++)
        {
            var c = data[at];
            var isSign = c is '-' or '+' && (at == start || data[at - 1] is 'e' or 'E');
            var isPoint = c == '.' && !hasPoint;
            if (!char.IsAsciiDigit(c) && !isSign && !isPoint && !(c is 'e' or 'E' && at > start))
                break;
            hasPoint |= isPoint;
        }

        return at;
    }
}
