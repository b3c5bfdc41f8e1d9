using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>Reads what the county says of itself to everybody.</summary>
internal static class PublicFaceReading
{
    /// <summary>The face of <c>rahmen.yaml</c>; one that is begun and lacks what the law asks for is named.</summary>
    public static PublicFace Of(Section frame, FindingList findings)
    {
        if (frame.Child("auftritt") is not { } section)
            return PublicFace.None;
        var face = new PublicFace
        {
            Imprint = section.Text("impressum"),
            Privacy = section.Text("datenschutz"),
            Accessibility = section.Text("barrierefreiheit"),
            Feedback = section.Form("rueckmeldung", TextForms.MailAddress),
            Embedders = [
                .. section.Texts("einbetten_in").Select(site => site.Text).Where(TextForms.SiteOrigin.Accepts).Distinct()],
            Contributor = section.Form("datenbereitsteller", TextForms.LinkedDataAddress) is { } id ? new Uri(id) : null,
        };
        List<string> missing = [.. face.Missing.Where(key => section.Map.Find(key) is null)];
        if (missing.Count > 0)
            findings.Add(CatalogueFindings.FaceIncomplete(section.Place, missing));
        return face;
    }
}
