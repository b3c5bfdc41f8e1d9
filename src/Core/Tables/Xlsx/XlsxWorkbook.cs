using System.Collections.Immutable;
using System.Xml;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Archives;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Xlsx;

/// <summary>An XLSX file whose sheets can be read one after the other.</summary>
internal sealed class XlsxWorkbook : IDisposable
{
    private readonly XlsxPackage package;
    private readonly ReadingLimits limits;
    private XlsxCells? cells;

    private XlsxWorkbook(XlsxPackage package, ReadingLimits limits)
    {
        (this.package, this.limits) = (package, limits);
        Sheets = [.. package.FindSheets().Take(limits.MaximumSheets + 1)];
    }

    /// <summary>The worksheets, also those that Excel does not show.</summary>
    public ImmutableArray<XlsxSheet> Sheets { get; }

    /// <summary>The workbook in an archive, which is let go with it; or why it cannot be read.</summary>
    public static (XlsxWorkbook? Workbook, Finding? Fault) Open(GuardedArchive archive, ReadingLimits limits)
    {
        var (workbook, fault) = Try(() => new XlsxWorkbook(new XlsxPackage(archive), limits));
        return workbook?.Sheets.Length > limits.MaximumSheets
            ? (null, TableFindings.TooManySheets(limits.MaximumSheets))
            : (workbook, fault);
    }

    /// <summary>The rows of a sheet, to be read before those of another; or why they cannot be read.</summary>
    public (RowSource? Rows, Finding? Fault) Open(XlsxSheet sheet) => Try<RowSource>(() =>
    {
        using var behind = package.Contains(sheet.Path, "mergeCell"u8) ? package.Open(sheet.Path) : null;
        var rows = package.Open(sheet.Path) ?? throw new InvalidDataException("The worksheet is missing.");
        return new XlsxRows(rows, new MergedCells(behind), cells ??= ReadCells(), limits, TextsBeside(sheet));
    });

    private List<(CellPlace Place, string Text)> TextsBeside(XlsxSheet sheet)
    {
        var texts = new List<(CellPlace Place, string Text)>();
        foreach (var path in package.PartsOf(sheet, "comments", "threadedComment", "drawing"))
        {
            using var part = package.Open(path);
            if (part is not null)
                SheetAsides.Read(part, texts);
        }

        return texts;
    }

    /// <inheritdoc/>
    public void Dispose() => package.Dispose();

    private XlsxCells ReadCells()
    {
        using var strings = package.OpenKind("sharedStrings");
        using var styles = package.OpenKind("styles");
        return new XlsxCells(
            new SharedStrings(strings, limits), new CellStyles(styles), package.CountsFrom1904, package.IsUncalculated, limits);
    }

    /// <summary>What is opened, or why that is impossible.</summary>
    public static (T? Opened, Finding? Fault) Try<T>(Func<T> open)
        where T : class
    {
        try
        {
            return (open(), null);
        }
        catch (UnpackedTooLargeException)
        {
            return (null, TableFindings.UnpackedTooLarge());
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or IOException)
        {
            return (null, TableFindings.DamagedWorkbook());
        }
    }
}
