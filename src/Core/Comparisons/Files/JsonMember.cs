using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Produktreport.Core.Comparisons.Files;

/// <summary>A part of a JSON file with the line it stands in, which faults name. Closed.</summary>
/// <param name="Line">The line, from 1.</param>
internal abstract record JsonMember(int Line)
{
    private const int Deepest = 8;

    /// <summary>A text, number or other single value.</summary>
    /// <param name="Line">The line, from 1.</param>
    /// <param name="Text">The text itself; of a number its digits; of null, true and false the word.</param>
    /// <param name="IsNumber">Whether it is a number.</param>
    public sealed record Scalar(int Line, string Text, bool IsNumber) : JsonMember(Line);

    public sealed record List(int Line, ImmutableArray<JsonMember> Items) : JsonMember(Line);

    public sealed record Map(int Line, ImmutableArray<(string Name, JsonMember Member)> Members) : JsonMember(Line)
    {
        /// <summary>The last member of the name, as JSON readers do; null where there is none, or null stands there.</summary>
        public JsonMember? Find(string name)
        {
            for (var at = Members.Length - 1; at >= 0; at--)
            {
                if (Members[at].Name == name)
                    return Members[at].Member is Scalar { Text: "null", IsNumber: false } ? null : Members[at].Member;
            }

            return null;
        }
    }

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="JsonException">It is no JSON, or nested more deeply than any file of this format.</exception>
    public static JsonMember Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Deepest });
        var lines = new LineCount();
        reader.Read();
        var member = Read(ref reader, json, ref lines);
        reader.Read(); // anything behind it is a fault
        return member;
    }

    private static JsonMember Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ref LineCount lines)
    {
        var line = lines.At(json, reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = ImmutableArray.CreateBuilder<(string, JsonMember)>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = TextOf(ref reader);
                    reader.Read();
                    members.Add((name, Read(ref reader, json, ref lines)));
                }

                return new Map(line, members.ToImmutable());
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<JsonMember>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Read(ref reader, json, ref lines));
                return new List(line, items.ToImmutable());
            case JsonTokenType.String:
                return new Scalar(line, TextOf(ref reader), IsNumber: false);
            default:
                return new Scalar(line, Encoding.UTF8.GetString(reader.ValueSpan), reader.TokenType == JsonTokenType.Number);
        }
    }

    // Text that is no Unicode is as broken as a missing bracket.
    private static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
    }

    /// <summary>Counts lines on the way through a file.</summary>
    private struct LineCount
    {
        private int line;
        private int position;

        public int At(ReadOnlySpan<byte> json, long index)
        {
            line += json[position..(int)index].Count((byte)'\n');
            position = (int)index;
            return line + 1;
        }
    }
}
