using System.Xml;
using Microsoft.Net.Http.Headers;
using Produktreport.Core.Notifications;

namespace Produktreport.Functions.Web.Api;

/// <summary>Released reports as an Atom feed (RFC 4287), for people whose feed reader tells them of new ones.</summary>
internal static class ReleaseFeedApi
{
    private const string MediaType = "application/atom+xml";
    private const string Route = "/api/v1/berichte/atom.xml";

    public static void MapReleaseFeed(this IEndpointRouteBuilder routes) => routes.MapGet(Route, Read)
        .Named("freigabenVerfolgen", "Berichte", "Freigegebene Berichte als Atom-Feed")
        .WithDescription(
            "Die zuletzt freigegebene Version jedes Berichts, die jüngste Freigabe zuerst, höchstens 100; nie ein Entwurf. Ohne "
            + "Anmeldung, wo der Kreis veröffentlicht, dann mit der öffentlichen Fassung. Kennt ETag und If-None-Match.")
        .Produces<Stream>(200, contentType: MediaType).Produces(304).ProducesProblems(401);

    private static async Task<IResult> Read(
        Visitor visitor, VisibleReports visibleReports, PublishedCatalogues published, Calendar calendar, HttpContext context)
    {
        var catalogues = await published.Load(context.RequestAborted);
        var request = context.Request;
        var portal = catalogues.For(calendar.Today.Year)?.Notifications?.Portal?.AbsoluteUri.TrimEnd('/')
            ?? $"{request.Scheme}://{request.Host}{request.PathBase}";
        var feed = new ReleaseFeed(portal + "/", portal + Route, catalogues, calendar.Today.Year)
            .Write(await visibleReports.ListReleased(visitor, cancellation: context.RequestAborted));
        return TypedResults.Bytes(feed, MediaType + "; charset=utf-8",
            entityTag: new EntityTagHeaderValue($"\"{Checksum.Of(feed)[..32]}\""));
    }
}

/// <summary>The feed as a document.</summary>
/// <param name="portal">The portal's address, with a slash at its end.</param>
/// <param name="self">The feed's own address.</param>
/// <param name="catalogues">What the county is called.</param>
/// <param name="year">The year whose catalogue names it.</param>
internal sealed class ReleaseFeed(string portal, string self, CatalogueSet catalogues, int year)
{
    private const int MostEntries = 100;
    private const string Namespace = "http://www.w3.org/2005/Atom";

    private static readonly XmlWriterSettings Form = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    /// <summary>Writes it.</summary>
    /// <param name="reports">What was released, last released first.</param>
    public byte[] Write(IReadOnlyList<ReleasedReport> reports)
    {
        var county = catalogues.For(year)?.County ?? "Produktreport";
        using var target = new MemoryStream();
        using (var xml = XmlWriter.Create(target, Form))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", ns: null, "de");
            WriteText(xml, "id", $"urn:produktreport:{KeyOf(year)}:freigaben");
            WriteText(xml, "title", $"Freigegebene Produktberichte – {county}");
            // Atom wants a time even where nothing was released yet; it must not change from one reading to the next.
            WriteText(xml, "updated", BerlinTime.Iso(reports is [var latest, ..] ? latest.At : DateTimeOffset.UnixEpoch));
            xml.WriteStartElement("author", Namespace);
            WriteText(xml, "name", county);
            xml.WriteEndElement();
            WriteLink(xml, "self", "application/atom+xml", self);
            WriteLink(xml, "alternate", "text/html", portal);
            foreach (var report in reports.Take(MostEntries))
                WriteEntry(xml, report);
            xml.WriteEndElement();
        }

        return target.ToArray();
    }

    private void WriteEntry(XmlWriter xml, ReleasedReport report)
    {
        var summary = report.Visible.Summary;
        var told = report.Visible.Told;
        var address = $"{portal}api/v1/berichte/{summary.Period}/{Uri.EscapeDataString(summary.Job.Name)}";
        xml.WriteStartElement("entry", Namespace);
        WriteText(xml, "id",
            $"urn:produktreport:{KeyOf(summary.Period.Year)}:{summary.Period}:{summary.Job.Name}:v{summary.Version}");
        WriteText(xml, "title", told.Title);
        WriteText(xml, "updated", BerlinTime.Iso(report.At));
        WriteText(xml, "summary", ReportNotices.Sentence(told));
        WriteLink(xml, "alternate", "application/pdf", address + ".pdf");
        WriteLink(xml, "alternate", "application/json", address + ".json");
        xml.WriteEndElement();
    }

    // Feed readers hold the entries of all counties apart by it, wherever the program runs.
    private string KeyOf(int of) =>
        catalogues.For(of) is { } catalogue ? Uri.EscapeDataString(catalogue.CountyKey ?? catalogue.County) : "";

    private static void WriteLink(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    // XML has no way to write control characters.
    private static void WriteText(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace,
        string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))));
}
