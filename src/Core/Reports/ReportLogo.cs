using System.Text.Json.Serialization;
using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Reports;

/// <summary>Which Wappen a report shows; the picture itself stays in the catalogue, so that reports as data stay small.</summary>
/// <param name="Text">What it shows, for those who do not see it.</param>
/// <param name="Sha256">Identifies it, see <see cref="Logo.Sha256"/>: another picture makes another version of the report.</param>
public sealed record ReportLogo(
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("sha256")] string Sha256)
{
    /// <summary>The mark of the catalogue's logo; null where there is none.</summary>
    internal static ReportLogo? Of(Logo? logo) => logo is null ? null : new ReportLogo(logo.Text, logo.Sha256);
}
