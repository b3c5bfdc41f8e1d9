using Produktreport.Functions.Web.Deliveries;

namespace Produktreport.Functions.Web.Portal.Frame;

/// <summary>Words and addresses that several pages share.</summary>
internal static class Texts
{
    /// <summary>A period short enough for a column: <c>Q3</c>, <c>H1</c>, <c>Jahr</c>.</summary>
    public static string Short(Period period) => period.Kind switch
    {
        PeriodKind.Quarter => $"Q{period.Number}",
        PeriodKind.HalfYear => $"H{period.Number}",
        PeriodKind.Year => "Jahr",
        _ => GermanFormat.Month(period.FirstMonth),
    };

    /// <summary>A period short enough for a column, a year by its number where all are years.</summary>
    public static string Short(Period period, bool isOfYears) =>
        isOfYears ? period.Year.ToString(CultureInfo.InvariantCulture) : Short(period);

    /// <summary>A period in words.</summary>
    public static string Name(string period) => GermanFormat.Name(PeriodText.Parse(period));

    /// <summary>A value as printed, with its unit; „–“ for none.</summary>
    public static string Value(decimal? value, ReportRow row) => Value(value, row.Decimals, row.Unit);

    /// <summary>A value as printed, with its unit; „–“ for none.</summary>
    public static string Value(decimal? value, int decimals, string unit) => value is not { } known
        ? GermanFormat.Missing
        : unit.Length == 0 ? GermanFormat.Number(known, decimals) : $"{GermanFormat.Number(known, decimals)}\u00A0{unit}";

    /// <summary>A deviation with its sign and unit; „–“ for none.</summary>
    public static string Signed(decimal? value, int decimals, string unit) => value is not { } known
        ? GermanFormat.Missing
        : unit.Length == 0 ? GermanFormat.Signed(known, decimals) : $"{GermanFormat.Signed(known, decimals)}\u00A0{unit}";

    /// <summary>The style of a deviation to the better or the worse; null where that cannot be said.</summary>
    public static string? Favour(bool? isFavourable) => isFavourable switch
    {
        true => "guenstig",
        false => "unguenstig",
        null => null,
    };

    /// <summary>A level as a heading names it: number and name.</summary>
    public static string Level(ProductReport report, LevelNumber level) =>
        $"{level} {report.Levels.First(each => each.Number == level).Name}";

    /// <summary>A figure as a list of the whole report names it: after its service, alone where it is the product's.</summary>
    public static string Figure(ProductReport report, LevelNumber level, string name) =>
        level == report.Levels[0].Number ? name : $"{Level(report, level)}: {name}";

    /// <summary>A deviation in percent as the report prints it; „–“ where it says nothing.</summary>
    public static string Percent(Percentage? value) =>
        value is { IsMeaningful: true } known ? $"{known.Signed}\u00A0%" : GermanFormat.Missing;

    /// <summary>How long until a deadline: „noch 3 Tage“, „heute“, „seit 23 Tagen vorbei“.</summary>
    public static string DaysLeft(int days) => days switch
    {
        0 => "heute",
        1 => "noch 1 Tag",
        > 1 => $"noch {days} Tage",
        -1 => "seit 1 Tag vorbei",
        _ => $"seit {-days} Tagen vorbei",
    };

    /// <summary>A count with its noun.</summary>
    public static string Count(int count, string one, string many) =>
        $"{GermanFormat.Number(count, 0)} {(count == 1 ? one : many)}";

    /// <summary>How many values of those owed are missing: „1 von 28 Werten fehlt“, „alle 19 Werte fehlen“.</summary>
    public static string Missing(int missing, int owed) => missing == owed && owed > 1
        ? $"alle {GermanFormat.Number(owed, 0)} Werte fehlen"
        : $"{GermanFormat.Number(missing, 0)} von {Count(owed, "Wert", "Werten")} {(missing == 1 ? "fehlt" : "fehlen")}";

    /// <summary>The page of a product's report.</summary>
    public static string ProductAddress(ProductNumber product, Period period) => $"/produkte/{product}/{period}";

    /// <summary>The page of one figure over all periods.</summary>
    public static string FigureAddress(ProductNumber product, LevelNumber level, FigureId figure) =>
        $"/produkte/{product}/zahlen/{level}/{figure}";

    /// <summary>The page of a report's versions.</summary>
    public static string VersionsAddress(ReportJob job) => $"/versionen/{job.Stem}";

    /// <summary>The file of a version.</summary>
    public static string VersionFile(ReportJob job, int? version, string ending) =>
        $"/api/v1/berichte/{job.Stem}.v{version}{ending}";

    /// <summary>A time as it was recorded, in words.</summary>
    public static string Moment(string iso) => BerlinTime.Text(BerlinTime.Parse(iso));

    /// <summary>The page that answers „Warum dieser Wert?“.</summary>
    public static string WhyAddress(ProductReport report, ReportRow row, RowField field) =>
        $"{ProductAddress(report.Product, report.Period)}/warum/{row.Level}/{row.Id}/{RowFieldNames.Of(field)}";

    /// <summary>The page that shows a cell of an upload.</summary>
    public static string SourceAddress(string file, string? sheet, int line, string column)
    {
        var onSheet = sheet is null ? "" : $"&blatt={Uri.EscapeDataString(sheet)}";
        return $"/quellen/{InboxFiles.Escape(FilePath.Of(file))}?zeile={line}&spalte={column}{onSheet}#z{line}";
    }

    /// <summary>The field of a word, as addresses and JSON write it; null for any other.</summary>
    public static RowField? Field(string word) =>
        Enum.GetValues<RowField>().Cast<RowField?>().FirstOrDefault(field => RowFieldNames.Of(field!.Value) == word);
}
