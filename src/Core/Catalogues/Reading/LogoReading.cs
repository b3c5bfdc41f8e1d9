using System.Collections.Immutable;
using System.Globalization;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;
using Produktreport.Core.Images;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>Reads the logo of a year: drawn by its paths, or a file beside <c>rahmen.yaml</c>.</summary>
internal static class LogoReading
{
    /// <summary>The largest picture file read: 1 MiB.</summary>
    private const int MaximumFileSize = 1024 * 1024;

    /// <summary>The logo; null where there is none, or with a finding that says what is wrong with it.</summary>
    public static Logo? Of(Section frame, IReadOnlyList<CatalogueFile> pictures, FindingList findings)
    {
        var section = frame.Child("logo");
        var name = section?.Form("datei", TextForms.PictureFile);
        findings.AddRange(
            pictures.Where(picture => picture.Path != PathOf(frame, name))
                .Select(picture => CatalogueFindings.OtherFile(new(picture.Path, null))));
        if (section is null)
            return null;
        var (isDrawn, isFile) = (section.Map.Find("pfade") is not null, section.Map.Find("datei") is not null);
        if (isDrawn == isFile)
            findings.Add(CatalogueFindings.LogoUnclear(frame.At("logo")));
        else if (isDrawn)
            return Drawn(section, findings);
        else if (name is not null)
            return File(section, name, pictures.FirstOrDefault(picture => picture.Path == PathOf(frame, name)), findings);
        return null;
    }

    private static string? PathOf(Section frame, string? name) => name is null ? null : $"{frame.File.Split('/')[0]}/{name}";

    private static Logo.Drawn? Drawn(Section section, FindingList findings)
    {
        if (section.Map.Find("breite") is null || section.Map.Find("hoehe") is null)
            findings.Add(CatalogueFindings.LogoWithoutSize(section.At("pfade")));
        var (width, height) = (section.Number("breite") ?? 1, section.Number("hoehe") ?? 1);
        var paths = section.Children("pfade").Select(entry => Path(entry, findings)).OfType<LogoPath>().ToImmutableArray();
        return paths.IsEmpty || width <= 0 || height <= 0 ? null
            : new Logo.Drawn(section.Text("text") ?? "", paths, width, height);
    }

    private static LogoPath? Path(Section entry, FindingList findings)
    {
        if (entry.Text("pfad") is not { } data || entry.Form("farbe", TextForms.Colour) is not { } colour)
            return null;
        try
        {
            _ = new SvgPath(data, 1, 1);
            return new LogoPath(data, int.Parse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        }
        catch (FormatException)
        {
            findings.Add(CatalogueFindings.LogoPathUnreadable(entry.At("pfad"), data.Length > 40 ? data[..40] + "…" : data));
            return null;
        }
    }

    private static Logo.Picture? File(Section section, string name, CatalogueFile? file, FindingList findings)
    {
        var place = section.At("datei");
        if (section.Map.Find("breite") is not null || section.Map.Find("hoehe") is not null)
            findings.Add(CatalogueFindings.LogoSizeUnused(place));
        var fault = file is null ? CatalogueFindings.LogoFileMissing(place, name)
            : file.Content.Length > MaximumFileSize
            ? CatalogueFindings.LogoFileTooLarge(place, name, file.Content.Length, MaximumFileSize)
            : IsReadable(file.Content) ? null
            : CatalogueFindings.LogoFileUnreadable(place, name, RasterImage.MaximumPixels);
        if (fault is not null)
            findings.Add(fault);
        return fault is null ? new Logo.Picture(section.Text("text") ?? "", file!.Content) : null;
    }

    private static bool IsReadable(ReadOnlyMemory<byte> file)
    {
        try
        {
            _ = RasterImage.Read(file);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
