using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Produktreport.Core.German;

/// <summary>
/// Writes letters and the marks behind them as one character (Unicode Normalization Form C, UAX #15), as Windows and Linux do.
/// macOS sends them apart, so that two names that look the same are not. It knows Latin, Greek and Cyrillic letters. The
/// framework's own <c>string.Normalize</c> returns its input where globalization is invariant, as in this program.
/// </summary>
public static partial class Composition
{
    private const char FirstMark = '\u0300';
    private const char LastMark = '\u036F';
    private const char Ohm = '\u2126';
    private const char Angstrom = '\u212B';
    private const char Kelvin = '\u212A';

    /// <summary>The text with composed characters; the same object where it has them already.</summary>
    public static string Of(string text) => IsComposed(text) ? text : Of(text.AsSpan());

    /// <summary>The text with composed characters.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var composed = text.ToString().ToCharArray();
        return new string(composed, 0, InPlace(composed));
    }

    /// <summary>
    /// Composes the characters where they stand; how many are left, at the beginning. The few letters whose normal form is longer
    /// than what is written (Ǖ with a dot below) stay as they are.
    /// </summary>
    public static int InPlace(Span<char> text)
    {
        if (IsComposed(text))
            return text.Length;
        var written = 0;
        var letter = new List<char>();
        for (var at = 0; at < text.Length;)
        {
            var next = at + 1;
            while (next < text.Length && IsMark(text[next]))
                next++;
            letter.Clear();
            if (next > at + 1 || IsSingleton(text[at]))
                Compose(text[at..next], letter);
            var isShorter = letter.Count > 0 && letter.Count <= next - at;
            var taken = isShorter ? CollectionsMarshal.AsSpan(letter) : text[at..next];
            taken.CopyTo(text[written..]);
            written += taken.Length;
            at = next;
        }

        return written;
    }

    /// <summary>
    /// How many characters at the end a mark that follows could belong to: a letter with its marks; 0 where there is none.
    /// </summary>
    public static int OpenEnd(ReadOnlySpan<char> text)
    {
        var start = text.Length - 1;
        while (start > 0 && IsMark(text[start]))
            start--;
        return start >= 0 && (char.IsLetter(text[start]) || IsMark(text[start])) ? text.Length - start : 0;
    }

    private static bool IsComposed(ReadOnlySpan<char> text) =>
        !text.ContainsAnyInRange(FirstMark, LastMark) && !text.ContainsAnyInRange(Ohm, Angstrom);

    private static bool IsMark(char c) => c is >= FirstMark and <= LastMark;

    private static bool IsSingleton(char c) => c is Ohm or Kelvin or Angstrom;

    /// <summary>A letter and its marks (UAX #15): taken apart, marks put in order, composed from left to right.</summary>
    private static void Compose(ReadOnlySpan<char> letter, List<char> composed)
    {
        TakeApart(letter[0] switch { Ohm => 'Ω', Kelvin => 'K', Angstrom => 'Å', var other => other }, composed);
        foreach (var mark in letter[1..])
            TakeApart(mark, composed);
        var first = IsMark(composed[0]) ? 0 : 1; // marks without a letter are put in order all the same
        List<char> marks = [.. composed.Skip(first).OrderBy(ClassOf)];
        composed.RemoveRange(first, marks.Count);
        foreach (var mark in marks)
        {
            // A mark of the same class in between keeps this one from its letter.
            var isFree = first == 1 && (composed.Count == 1 || ClassOf(composed[^1]) < ClassOf(mark));
            if (isFree && Known.Composed.TryGetValue((composed[0], mark), out var whole))
                composed[0] = whole;
            else
                composed.Add(mark);
        }
    }

    private static void TakeApart(char c, List<char> parts)
    {
        if (Known.Apart.TryGetValue(c, out var pair))
        {
            TakeApart(pair.Base, parts);
            parts.Add(pair.Mark);
        }
        else
        {
            parts.Add(c);
        }
    }

    /// <summary>The canonical combining class: marks of different classes may stand in either order.</summary>
    private static int ClassOf(char mark) => Classes.First(run => mark <= run.Last).Class;

    private static IEnumerable<(char Base, char Mark, char Whole)> Pairs()
    {
        foreach (var (mark, letters) in Letters)
        {
            for (var at = 0; at < letters.Length; at += 2)
                yield return (letters[at], mark, letters[at + 1]);
        }
    }

    /// <summary>The table as it is looked up, made when the first mark is met.</summary>
    private static class Known
    {
        /// <summary>The letter that a letter and a mark are together.</summary>
        public static readonly FrozenDictionary<(char Base, char Mark), char> Composed =
            Pairs().ToFrozenDictionary(pair => (pair.Base, pair.Mark), pair => pair.Whole);

        /// <summary>The letter and the mark that a letter is made of.</summary>
        public static readonly FrozenDictionary<char, (char Base, char Mark)> Apart =
            Pairs().ToFrozenDictionary(pair => pair.Whole, pair => (pair.Base, pair.Mark));
    }
}
