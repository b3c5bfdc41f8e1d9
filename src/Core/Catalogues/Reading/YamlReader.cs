using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;
using Produktreport.Core.German;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>
/// Reads one YAML file into nodes with lines. Only plain data: anchors, aliases, tags and several documents are faults, so that
/// nothing can be multiplied, constructed or executed.
/// </summary>
internal sealed class YamlReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The most keys a section may have; the format knows fewer than 30, a column condition a few.</summary>
    private const int MaximumKeys = 500;

    private readonly string file;
    private readonly int maximumDepth;
    private readonly IParser parser;
    private readonly FindingList findings;

    private YamlReader(string file, int maximumDepth, IParser parser, FindingList findings) =>
        (this.file, this.maximumDepth, this.parser, this.findings) = (file, maximumDepth, parser, findings);

    private int Line => (int)parser.Current!.Start.Line;
    private CataloguePlace Here => new(file, Line);

    /// <summary>The file's top mapping, or null with at least one finding that says why there is none.</summary>
    public static YamlMap? Read(CatalogueFile file, CatalogueReaderOptions options, FindingList findings)
    {
        if (file.Content.Length > options.MaximumFileSize)
        {
            findings.Add(CatalogueFindings.FileTooLarge(new(file.Path, null), file.Content.Length, options.MaximumFileSize));
            return null;
        }

        return Decode(file, findings) is { } text ? Parse(file.Path, text, options, findings) : null;
    }

    private static string? Decode(CatalogueFile file, FindingList findings)
    {
        var bytes = file.Content.Span;
        try
        {
            return StrictUtf8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException fault)
        {
            var line = 1 + bytes[..Math.Clamp(fault.Index, 0, bytes.Length)].Count((byte)'\n');
            findings.Add(CatalogueFindings.NotUtf8(new(file.Path, line)));
            return null;
        }
    }

    private static YamlMap? Parse(string path, string text, CatalogueReaderOptions options, FindingList findings)
    {
        var before = findings.Total;
        try
        {
            var reader = new YamlReader(path, options.MaximumDepth, new Parser(new StringReader(text)), findings);
            var document = reader.ReadDocument();
            return findings.Total == before ? document : null;
        }
        catch (YamlException fault)
        {
            findings.Add(CatalogueFindings.NotYaml(new(path, Math.Max(1, (int)fault.Start.Line)), fault.Message));
        }
        catch (Exception fault) when (
            fault is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            // The YAML library answers some malformed escapes with these instead of its own exception.
            findings.Add(CatalogueFindings.NotYaml(new(path, null), fault.Message));
        }

        return null;
    }

    private YamlMap? ReadDocument()
    {
        while (Next() is StreamStart or DocumentStart)
        {
        }

        if (parser.Current is StreamEnd or DocumentEnd)
        {
            findings.Add(CatalogueFindings.EmptyFile(new(file, null)));
            return null;
        }

        var root = ReadNode(0);
        if (root is not null && (Next() is not DocumentEnd || Next() is not StreamEnd))
            findings.Add(CatalogueFindings.SeveralDocuments(Here));
        if (root is YamlMap map)
            return map;
        if (root is not null)
            findings.Add(
                root.IsBlank ? CatalogueFindings.EmptyFile(new(file, null)) : CatalogueFindings.NoKeys(new(file, root.Line)));
        return null;
    }

    private ParsingEvent Next() =>
        parser.MoveNext() ? parser.Current! : throw new SyntaxErrorException("Unexpected end of file.");

    /// <summary>The node that begins at the current event; null after a fault that makes reading on pointless.</summary>
    private YamlNode? ReadNode(int depth)
    {
        if (parser.Current is AnchorAlias || parser.Current is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
        {
            findings.Add(CatalogueFindings.AnchorOrTag(Here));
            return null;
        }

        if (depth > maximumDepth)
        {
            findings.Add(CatalogueFindings.TooDeep(Here, maximumDepth));
            return null;
        }

        return parser.Current switch
        {
            Scalar scalar =>
                new YamlScalar(
                    Line, Composition.Of(scalar.Value),
                        scalar.Style != ScalarStyle.Plain)
                { Start = (int)scalar.Start.Index, End = (int)scalar.End.Index },
            SequenceStart => ReadList(depth),
            MappingStart => ReadMap(depth),
            var other =>
                throw new SyntaxErrorException(
                    string.Create(CultureInfo.InvariantCulture, $"Unexpected {other?.GetType().Name}.")),
        };
    }

    private YamlList? ReadList(int depth)
    {
        var line = Line;
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (Next() is not SequenceEnd)
        {
            if (ReadNode(depth + 1) is not { } item)
                return null;
            items.Add(item);
        }

        return new YamlList(line, items.ToImmutable());
    }

    private YamlMap? ReadMap(int depth)
    {
        var line = Line;
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var count = 1; Next() is not MappingEnd; count++)
        {
            if (count > MaximumKeys)
            {
                findings.Add(CatalogueFindings.TooManyKeys(Here, MaximumKeys));
                return null;
            }

            if (ReadKey(depth) is not { } key)
                return null;
            Next();
            if (ReadNode(depth + 1) is not { } value)
                return null;
            if (keys.TryAdd(key.Text, key.Line))
                entries.Add(new YamlEntry(key.Line, key.Text, value));
            else
                findings.Add(CatalogueFindings.DuplicateKey(new(file, key.Line), key.Text, keys[key.Text]));
        }

        return new YamlMap(line, entries.ToImmutable());
    }

    private YamlScalar? ReadKey(int depth)
    {
        var line = Line;
        var node = ReadNode(depth + 1);
        if (node is not null and not YamlScalar)
            findings.Add(CatalogueFindings.KeyIsNoText(new(file, line)));
        return node as YamlScalar;
    }
}
