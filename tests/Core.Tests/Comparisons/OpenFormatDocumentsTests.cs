using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Produktreport.Core.Comparisons.Files;

namespace Produktreport.Core.Tests.Comparisons;

/// <summary>Schema, column metadata and description of the open format name the fields the program reads and writes.</summary>
public sealed partial class OpenFormatDocumentsTests
{
    [Fact]
    public void ColumnMetadata_NamesTheColumnsInTheirOrder()
    {
        var columns = Read("kennzahlen-offen.csv-metadata.json")["tableSchema"]!["columns"]!.AsArray();
        Assert.Equal(OpenFields.Names, columns.Select(column => (string)column!["name"]!));
        Assert.Equal(
            OpenFields.All.Where(field => field.MustBeFilled()).Select(field => field.Name()),
            columns.Where(column => (bool)column!["required"]!).Select(column => (string)column!["name"]!));
    }

    [Fact]
    public void Schema_NamesTheMembers()
    {
        var schema = Read("kennzahlen-offen.schema.json");
        var each = schema["properties"]!["kennzahlen"]!["items"]!;
        Assert.Equal(
            OpenFields.OfTheBody.Select(field => field.Name()).Prepend("format").Append("kennzahlen").Order(), Members(schema));
        Assert.Equal(OpenFields.All.Except(OpenFields.OfTheBody).Select(field => field.Name()).Order(), Members(each));
        Assert.Equal(
            OpenFields.All.Where(field => field.IsRequired()).Select(field => field.Name()).Order(),
            Required(schema).Concat(Required(each)).Except(["format", "kennzahlen"]).Order());
    }

    [Fact]
    public void Description_NamesTheFields_InBothLanguages()
    {
        var rows = Row().Matches(File.ReadAllText(Repository.At("docs", "kennzahlen-offen.md")))
            .Select(row => (row.Groups["name"].Value, row.Groups["required"].Value is "ja" or "yes")).ToList();
        var expected = OpenFields.All.Select(field => (field.Name(), field.IsRequired())).ToList();
        Assert.Equal([.. expected, .. expected], rows);
    }

    private static IEnumerable<string> Members(JsonNode schema) =>
        schema["properties"]!.AsObject().Select(member => member.Key).Order();

    private static IEnumerable<string> Required(JsonNode schema) => schema["required"]!.AsArray().Select(name => (string)name!);

    private static JsonNode Read(string name) => JsonNode.Parse(File.ReadAllText(Repository.At("docs", "schema", name)))!;

    [GeneratedRegex(@"^\| `(?<name>\w+)` \| (?<required>ja|nein|yes|no) \|",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
