using System.Collections.Immutable;
using System.Globalization;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables;
using Produktreport.Core.Tables.Csv;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Comparisons.Files;

/// <summary>
/// „Kennzahlen offen“ as CSV: UTF-8, semicolons, decimal comma, one row a figure. A file may hold several bodies and years.
/// </summary>
public static class OpenFigureCsv
{
    private static readonly NumberFormatInfo German = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "" };

    /// <summary>The figures as a file; the same bytes for the same figures.</summary>
    public static byte[] Write(IEnumerable<OpenFigure> figures) =>
        CsvText.File(figures.Select(figure => OpenFields.All.Select(field => Cell(figure, field))).Prepend(OpenFields.Names));

    /// <summary>Reads what is, by its header, such a file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="findings">Takes up everything that is wrong.</param>
    internal static ImmutableArray<OpenFigure> Read(ReadOnlyMemory<byte> content, FindingList findings)
    {
        using var bytes = new MemoryStream(content.ToArray(), writable: false);
        if (FileKind.WhyNoTable(bytes) is { } other)
            return Refused(other);
        var (file, fault) = TableFile.Open(bytes, new TableHints(Separator: ';'), _ => 1, ReadingLimits.Default);
        using var tables = file;
        var (rows, noRows) = tables?.Sheets[0].Open() ?? default;
        if (rows is null)
            return Refused((fault ?? noRows)!);
        var read = Read(rows, findings);
        return rows.Fault is { } broken ? Refused(broken) : read;

        ImmutableArray<OpenFigure> Refused(Finding why)
        {
            findings.Add(ComparisonFindings.Unreadable(why.Text) with { Line = why.Line, Column = why.Column });
            return [];
        }
    }

    private static ImmutableArray<OpenFigure> Read(RowSource rows, FindingList findings)
    {
        while (rows.Next() && rows.IsEmpty)
        {
        }

        if (Row.Of(rows, findings) is not { } row)
            return [];
        var reading = new OpenRowReading(findings);
        var figures = ImmutableArray.CreateBuilder<OpenFigure>();
        while (rows.Next())
        {
            if (!rows.IsEmpty && reading.Read(row) is { } figure)
                figures.Add(figure);
        }

        if (figures.Count == 0 && !findings.HasErrors)
            findings.Add(ComparisonFindings.NoFigures());
        return figures.ToImmutable();
    }

    private static string Cell(OpenFigure figure, OpenField field) => field switch
    {
        OpenField.Region => figure.Region.Text,
        OpenField.Body => figure.Body,
        OpenField.Year => figure.Year.ToString(CultureInfo.InvariantCulture),
        OpenField.Product => figure.Product.Text,
        OpenField.Figure => figure.Figure.Text,
        OpenField.Name => figure.Name,
        OpenField.Value => figure.Value.ToString(German),
        OpenField.Unit => figure.Unit,
        OpenField.Population => figure.Population?.ToString(CultureInfo.InvariantCulture) ?? "",
        OpenField.Caveat => figure.Caveat ?? "",
        OpenField.Provenance => figure.Provenance,
        OpenField.Licence => figure.Licence,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>The current row of a file.</summary>
    private sealed class Row : OpenRow
    {
        private readonly RowSource rows;
        private readonly int[] at;

        private Row(RowSource rows, int[] at) => (this.rows, this.at) = (rows, at);

        public override NumberFormatInfo Numbers => German;
        public override string Example => "1234,5";
        public override int Line => rows.Line;

        /// <summary>The rows behind a header; null where it lacks columns.</summary>
        public static Row? Of(RowSource header, FindingList findings)
        {
            var columns = new int[OpenFields.All.Length];
            Array.Fill(columns, -1);
            for (var column = 0; column < header.Count; column++)
            {
                var name = Blanks.Collapse(header.Cell(column));
                var place = new CellPlace(header.Line, column);
                var field = OpenFields.Names.IndexOf(name, 0, OpenFields.Names.Length, StringComparer.OrdinalIgnoreCase);
                if (field >= 0 && columns[field] >= 0)
                    findings.Add(ComparisonFindings.ColumnTwice(place, name));
                else if (field >= 0)
                    columns[field] = column;
                else if (name.Length > 0)
                    findings.Add(ComparisonFindings.UnknownColumn(place, name, OpenFields.Names));
            }

            List<string> missing =
                [.. OpenFields.All.Where(field => field.IsRequired() && columns[(int)field] < 0).Select(field => field.Name())];
            if (missing.Count > 0)
                findings.Add(ComparisonFindings.ColumnsMissing(new CellPlace(Math.Max(1, header.Line)), missing));
            return missing.Count > 0 ? null : new Row(header, columns);
        }

        public override ReadOnlySpan<char> Text(OpenField field) =>
            at[(int)field] is var column and >= 0 ? Blanks.Trim(rows.Cell(column)) : default;

        public override CellPlace Place(OpenField field) => new(rows.Line, at[(int)field]);
    }
}
