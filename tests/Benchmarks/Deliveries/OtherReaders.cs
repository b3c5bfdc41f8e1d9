using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Sylvan.Data.Csv;

namespace Produktreport.Benchmarks.Deliveries;

/// <summary>What the reader is measured against.</summary>
internal static class OtherReaders
{
    /// <summary>A bare pass of Sylvan.Data.Csv that visits the span of every field; returns the number of characters.</summary>
    public static long Sylvan(byte[] file)
    {
        using var reader = global::Sylvan.Data.Csv.CsvDataReader.Create(
            new StreamReader(new MemoryStream(file), Encoding.UTF8),
            new CsvDataReaderOptions { Delimiter = ';', BufferSize = 64 * 1024 });
        var characters = 0L;
        while (reader.Read())
        {
            for (var field = 0; field < reader.FieldCount; field++)
                characters += reader.GetFieldSpan(field).Length;
        }

        return characters;
    }

    /// <summary>CsvHelper into typed records without any check; returns how many.</summary>
    public static long CsvHelper<T>(byte[] file)
    {
        var configuration = new CsvConfiguration(CultureInfo.GetCultureInfo("")) { Delimiter = ";", MissingFieldFound = null };
        using var reader = new CsvReader(new StreamReader(new MemoryStream(file), Encoding.UTF8), configuration);
        reader.Context.TypeConverterOptionsCache.GetOptions<decimal>().CultureInfo = new CultureInfo("")
        { NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." } };
        var count = 0L;
        foreach (var record in reader.GetRecords<T>())
            count += record is null ? 0 : 1;
        return count;
    }
}

/// <summary>A row of the long file.</summary>
internal sealed class LongRecord
{
    public string Produkt { get; set; } = "";

    public string Leistung { get; set; } = "";

    public string Grundzahl { get; set; } = "";

    public string Periode { get; set; } = "";

    public string Art { get; set; } = "";

    public decimal Wert { get; set; }

    public string Bemerkung { get; set; } = "";
}

/// <summary>A row of the ledger.</summary>
internal sealed class LedgerRecord
{
    public string Profitcenter { get; set; } = "";

    public string Kostenart { get; set; } = "";

    public string Bezeichnung { get; set; } = "";

    [global::CsvHelper.Configuration.Attributes.Name("Ist 2026")]
    public decimal Betrag { get; set; }
}
