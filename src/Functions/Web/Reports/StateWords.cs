using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Functions.Web.Reports;

/// <summary>State and Ampel as JSON and style sheets write them.</summary>
internal static class StateWords
{
    /// <summary>The state as JSON writes it.</summary>
    public static string Of(ReportState state) => state == ReportState.Released ? "freigegeben" : "entwurf";

    /// <summary>The Ampel as JSON writes it.</summary>
    public static string Of(Status status) => status switch
    {
        Status.Green => "gruen",
        Status.Yellow => "gelb",
        Status.Red => "rot",
        _ => "grau",
    };
}
