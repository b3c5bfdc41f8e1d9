using System.Text;
using System.Xml;

namespace Produktreport.Core.Tables.Archives;

/// <summary>
/// XML as characters, counted before the XML reader sees them. The reader holds a whole tag, every open element and every name
/// in memory at once, so that a small archive of tags can fill gigabytes.
/// </summary>
/// <param name="bytes">UTF-8, or UTF-16 with its mark, as the Open Packaging Conventions demand.</param>
internal sealed class GuardedXml(Stream bytes) : TextReader
{
    /// <summary>Elements open at the same time; Word forms and worksheets have fewer than 50.</summary>
    public const int MaximumDepth = 250;

    /// <summary>Characters of one tag outside its attribute values: names, and so the number of attributes.</summary>
    private const int MaximumTagNames = 32 * 1024;

    /// <summary>Characters of one tag with its attribute values; Word keeps drawings in them.</summary>
    private const int MaximumTag = 4 * 1024 * 1024;

    private readonly StreamReader characters = new(bytes, new UTF8Encoding(false, throwOnInvalidBytes: true), true, 16 * 1024);
    private State state;
    private int depth;
    private int tag;
    private int names;
    private char previous;
    private char beforePrevious;

    private enum State
    {
        Text,
        TagStart,
        Tag,
        EndTag,
        SingleQuoted,
        DoubleQuoted,
        Exclamation,
        Comment,
        CData,
        Instruction,
    }

    /// <summary>Reads what <paramref name="bytes"/> hold; nothing outside them is ever fetched.</summary>
    public static XmlReader Reader(Stream bytes) => XmlReader.Create(new GuardedXml(bytes), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
        NameTable = new GuardedNames(),
    });

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        int read;
        try
        {
            read = characters.Read(buffer);
        }
        catch (DecoderFallbackException fault)
        {
            throw new InvalidDataException("The XML is not in UTF-8.", fault);
        }

        Look(buffer[..read]);
        return read;
    }

    /// <inheritdoc/>
    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    /// <inheritdoc/>
    public override int Peek() => characters.Peek();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            characters.Dispose();
        base.Dispose(disposing);
    }

    private void Look(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (state == State.Text)
            {
                var start = text.IndexOf('<');
                if (start < 0)
                    return;
                text = text[(start + 1)..];
                (state, tag, names, previous, beforePrevious) = (State.TagStart, 0, 0, '\0', '\0');
                continue;
            }

            Look(text[0]);
            (beforePrevious, previous) = (previous, text[0]);
            text = text[1..];
        }
    }

    private void Look(char c)
    {
        if (state is not (State.Comment or State.CData or State.Instruction) && ++tag > MaximumTag)
            throw TooLarge();
        state = state switch
        {
            State.TagStart => Begin(c),
            State.SingleQuoted => c == '\'' ? State.Tag : state,
            State.DoubleQuoted => c == '"' ? State.Tag : state,
            State.Exclamation =>
                c switch
                {
                    '-' when previous == '-' => Forget(State.Comment),
                    '[' when previous == 'A' =>
                    Forget(State.CData),
                    '>' => State.Text,
                    _ => Named()
                },
            State.Comment => c == '>' && (previous, beforePrevious) == ('-', '-') ? State.Text : state,
            State.CData => c == '>' && (previous, beforePrevious) == (']', ']') ? State.Text : state,
            State.Instruction => c == '>' && previous == '?' ? State.Text : state,
            State.EndTag => c == '>' ? State.Text : Named(),
            _ => InTag(c),
        };
    }

    private State Begin(char c)
    {
        switch (c)
        {
            case '/':
                depth--;
                return State.EndTag;
            case '!':
                return State.Exclamation;
            case '?':
                return State.Instruction;
            default:
                if (++depth > MaximumDepth)
                    throw TooLarge();
                return State.Tag;
        }
    }

    private State InTag(char c)
    {
        switch (c)
        {
            case '>':
                depth -= previous == '/' ? 1 : 0;
                return State.Text;
            case '"':
                return State.DoubleQuoted;
            case '\'':
                return State.SingleQuoted;
            default:
                return Named();
        }
    }

    private State Named() => ++names > MaximumTagNames ? throw TooLarge() : state;

    /// <summary>The marks that open a comment or a section do not close it.</summary>
    private State Forget(State next)
    {
        previous = beforePrevious = '\0';
        return next;
    }

    private static UnpackedTooLargeException TooLarge() => new("The XML nests deeper, or has larger tags, than any honest part.");

    /// <summary>The names of elements and attributes, which the reader keeps for as long as it lives.</summary>
    private sealed class GuardedNames : NameTable
    {
        private const int MaximumNames = 10_000;
        private int count;

        /// <inheritdoc/>
        public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

        /// <inheritdoc/>
        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

        private string Counted(string name) => ++count > MaximumNames ? throw TooLarge() : name;
    }
}
