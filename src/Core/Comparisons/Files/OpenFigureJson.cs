using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Comparisons.Files;

/// <summary>
/// „Kennzahlen offen“ as JSON: one body and year, stated once, with all its figures
/// (<c>docs/schema/kennzahlen-offen.schema.json</c>).
/// </summary>
public static class OpenFigureJson
{
    /// <summary>What the file says it is; another version of the format would have another name.</summary>
    public const string FormatName = "kennzahlen-offen-1";

    private const string Format = "format";
    private const string Figures = "kennzahlen";

    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        // Umlauts as themselves: people read the file, too, and nobody pastes it into HTML unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static ImmutableArray<OpenField> OfEach { get; } = [.. OpenFields.All.Except(OpenFields.OfTheBody)];

    /// <summary>The figures of one body and year as a file; the same bytes for the same figures.</summary>
    /// <exception cref="ArgumentException">There are none, or they are of several bodies, years or licences.</exception>
    public static byte[] Write(IReadOnlyList<OpenFigure> figures)
    {
        if (figures.DistinctBy(figure => (figure.Region, figure.Body, figure.Year, figure.Population, figure.Licence)).Count()
            is not 1)
            throw new ArgumentException("A JSON file holds the figures of one body and year.", nameof(figures));
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Layout))
            Write(json, figures);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a file that begins as JSON does.</summary>
    /// <param name="content">The file.</param>
    /// <param name="findings">Takes up everything that is wrong.</param>
    internal static ImmutableArray<OpenFigure> Read(ReadOnlyMemory<byte> content, FindingList findings)
    {
        var bytes = content.Span.StartsWith(Encoding.UTF8.Preamble) ? content[3..] : content;
        try
        {
            if (JsonMember.Read(bytes.Span) is not JsonMember.Map file)
            {
                findings.Add(ComparisonFindings.BrokenJson(new CellPlace(1)));
                return [];
            }

            return Read(file, findings);
        }
        catch (JsonException broken)
        {
            findings.Add(ComparisonFindings.BrokenJson(new CellPlace((int)(broken.LineNumber ?? 0) + 1)));
            return [];
        }
    }

    private static ImmutableArray<OpenFigure> Read(JsonMember.Map file, FindingList findings)
    {
        if (file.Find(Format) is not JsonMember.Scalar { Text: FormatName })
        {
            findings.Add(ComparisonFindings.OtherFormat((file.Find(Format) as JsonMember.Scalar)?.Text ?? ""));
            return [];
        }

        CheckNames(file, [Format, .. OpenFields.OfTheBody.Select(field => field.Name()), Figures], findings);
        if (file.Find(Figures) is not JsonMember.List { Items: { IsEmpty: false } items })
        {
            findings.Add(ComparisonFindings.NoFigures());
            return [];
        }

        var reading = new OpenRowReading(findings);
        var read = ImmutableArray.CreateBuilder<OpenFigure>();
        foreach (var item in items)
        {
            if (item is not JsonMember.Map each)
                findings.Add(ComparisonFindings.WrongKind(new CellPlace(item.Line), Figures, "eine Liste von Abschnitten"));
            else if (CheckNames(each, [.. OfEach.Select(field => field.Name())], findings)
                && Row.Of(file, each, findings) is { } row && reading.Read(row) is { } figure)
                read.Add(figure);
        }

        return read.ToImmutable();
    }

    private static bool CheckNames(JsonMember.Map map, ImmutableArray<string> known, FindingList findings)
    {
        foreach (var (name, member) in map.Members.Where(member => !known.Contains(member.Name)))
            findings.Add(ComparisonFindings.UnknownField(new CellPlace(member.Line), name, known));
        return true;
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<OpenFigure> figures)
    {
        json.WriteStartObject();
        json.WriteString(Format, FormatName);
        Write(json, figures[0], OpenFields.OfTheBody);
        json.WriteStartArray(Figures);
        foreach (var figure in figures)
        {
            json.WriteStartObject();
            Write(json, figure, OfEach);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OpenFigure figure, ImmutableArray<OpenField> fields)
    {
        foreach (var field in fields)
        {
            if (field == OpenField.Year)
                json.WriteNumber(field.Name(), figure.Year);
            else if (field == OpenField.Value)
                json.WriteNumber(field.Name(), figure.Value);
            else if (field == OpenField.Population && figure.Population is { } people)
                json.WriteNumber(field.Name(), people);
            else if (Text(figure, field) is { } text)
                json.WriteString(field.Name(), text);
        }
    }

    private static string? Text(OpenFigure figure, OpenField field) => field switch
    {
        OpenField.Region => figure.Region.Text,
        OpenField.Body => figure.Body.Length == 0 ? null : figure.Body,
        OpenField.Product => figure.Product.Text,
        OpenField.Figure => figure.Figure.Text,
        OpenField.Name => figure.Name.Length == 0 ? null : figure.Name,
        OpenField.Unit => figure.Unit,
        OpenField.Caveat => figure.Caveat,
        OpenField.Provenance => figure.Provenance,
        OpenField.Licence => figure.Licence,
        _ => null,
    };

    /// <summary>A figure together with what the file states once.</summary>
    private sealed class Row : OpenRow
    {
        private readonly JsonMember.Scalar?[] fields;
        private readonly int line;

        private Row(JsonMember.Scalar?[] fields, int line) => (this.fields, this.line) = (fields, line);

        public override NumberFormatInfo Numbers => NumberFormatInfo.InvariantInfo;
        public override string Example => "1234.5";
        public override int Line => line;

        /// <summary>The row; null where a member has the wrong form.</summary>
        public static Row? Of(JsonMember.Map file, JsonMember.Map figure, FindingList findings)
        {
            var members = new JsonMember.Scalar?[OpenFields.All.Length];
            var before = findings.Errors;
            foreach (var field in OpenFields.All)
            {
                var owner = OpenFields.OfTheBody.Contains(field) ? file : figure;
                var member = owner.Find(field.Name());
                if (member is JsonMember.Scalar scalar && scalar.IsNumber == field.IsNumber())
                    members[(int)field] = scalar;
                else if (member is not null)
                    findings.Add(ComparisonFindings.WrongKind(
                        new CellPlace(member.Line), field.Name(),
                        field.IsNumber() ? "eine Zahl ohne Anführungszeichen" : "ein Text in Anführungszeichen"));
                else if (field == OpenField.Unit)
                    findings.Add(ComparisonFindings.Blank(new CellPlace(figure.Line), field.Name()));
            }

            return findings.Errors > before ? null : new Row(members, figure.Line);
        }

        public override ReadOnlySpan<char> Text(OpenField field) =>
            fields[(int)field] is { } member ? Blanks.Trim(member.Text) : default;

        public override CellPlace Place(OpenField field) => new(fields[(int)field]?.Line ?? line);
    }
}
