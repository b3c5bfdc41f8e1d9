using Produktreport.Core.German;
using Produktreport.Core.Periods;

namespace Produktreport.Functions.Web.Portal;

/// <summary>Period folder names as people read them.</summary>
public static class PeriodNames
{
    /// <summary><c>2026-Q3</c> → <c>3. Quartal 2026</c>; a folder that is no period stays as it is.</summary>
    public static string Of(string folder) =>
        PeriodText.TryParse(folder, out var period) ? GermanFormat.Name(period) : folder;
}
