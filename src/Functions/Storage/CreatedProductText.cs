using System.Text.Json.Serialization.Metadata;

namespace Produktreport.Functions.Storage;

/// <summary>
/// Products that a delivery created, as text: in its row of <c>Lieferungen</c>, and to tell whether they are the same. Not for
/// others: a new version may write them differently.
/// </summary>
internal static class CreatedProductText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new KeyConverter<ProductNumber>(ProductNumber.Of),
            new KeyConverter<LevelNumber>(LevelNumber.Of),
            new KeyConverter<FigureId>(FigureId.Of),
            new KeyConverter<DepartmentId>(text => DepartmentId.TryParse(text, out var id) ? id : default),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameTheTermsOfFormulas } },
    };

    public static string? Write(ImmutableArray<CreatedProduct> products) =>
        products.IsDefaultOrEmpty ? null : JsonSerializer.Serialize(products, Options);

    public static ImmutableArray<CreatedProduct> Read(string? text) =>
        text is null ? [] : JsonSerializer.Deserialize<ImmutableArray<CreatedProduct>>(text, Options);

    private static void NameTheTermsOfFormulas(JsonTypeInfo type)
    {
        if (type.Type != typeof(Term))
            return;
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "art" };
        foreach (var term in typeof(Term).GetNestedTypes())
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(term, term.Name));
    }

    private sealed class KeyConverter<T>(Func<string, T> read) : JsonConverter<T>
        where T : notnull
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            read(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
