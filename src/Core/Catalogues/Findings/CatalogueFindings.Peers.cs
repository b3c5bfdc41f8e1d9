using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Findings;

/// <content>The comparison with other counties.</content>
public static partial class CatalogueFindings
{
    /// <summary>A list is chosen and not given, or given and not chosen.</summary>
    public static Finding PeersUnclear(CataloguePlace at) =>
        Error("PR-2231", at,
            "Eine Liste kreise gehört zu auswahl: liste, und nur dazu. Bitte beides angeben oder keines.", null,
            "{auswahl: liste, kreise: [\"07131\"]}");

    /// <summary>Figures are comparable, but nobody knows whose they are.</summary>
    public static Finding NoKeyToCompare(CataloguePlace at) =>
        Error("PR-2232", at,
            "Zahlen sind vergleichbar, aber der schluessel des Landkreises fehlt oder ist keiner eines Kreises. Bitte in "
                + "rahmen.yaml den amtlichen Kreisschlüssel mit fünf Ziffern ergänzen.", null, "schluessel: \"07999\"");

    /// <summary>Two figures of a product with the same shared id.</summary>
    public static Finding SharedTwice(CataloguePlace at, string id, string number) =>
        Error("PR-2233", at,
            $"Die gemeinsame Kennung „{id}“ tragen im Produkt {number} des Produktrahmens zwei Zahlen; es wäre unklar, welche "
                + "verglichen wird. Bitte eine löschen oder produktrahmen berichtigen.", id,
            "jede gemeinsame Kennung nur einmal je Produkt des Produktrahmens");

    /// <summary>One shared id with two units.</summary>
    public static Finding SharedUnitDiffers(CataloguePlace at, string id, string unit, string otherUnit) =>
        Error("PR-2234", at,
            $"Die gemeinsame Kennung „{id}“ steht hier mit der Einheit „{unit}“, an anderer Stelle mit „{otherUnit}“. Bitte "
                + "angleichen: Eine Kennung hat nur eine Einheit.", unit, otherUnit);
}
