using System.Xml;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries.Xlsx;

/// <summary>An uploaded XLSX file.</summary>
internal static class XlsxUpload
{
    /// <summary>The rows of the sheet with this name, or of the first visible one; or why they cannot be read.</summary>
    public static (XlsxRows? Rows, Finding? Fault) Open(Stream bytes, string? sheet, ReadingLimits limits)
    {
        XlsxPackage? package = null;
        try
        {
            package = new XlsxPackage(bytes, limits);
            if (package.FindSheet(sheet) is { } path)
                return (new XlsxRows(package, path, limits), null);
            package.Dispose();
            return (null, DeliveryFindings.SheetMissing(sheet));
        }
        catch (UnpackedTooLargeException)
        {
            package?.Dispose();
            return (null, DeliveryFindings.UnpackedTooLarge());
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or IOException)
        {
            package?.Dispose();
            return (null, DeliveryFindings.DamagedWorkbook());
        }
    }
}
