using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Findings;

/// <summary>Findings about what a catalogue comes from and what it does once it is in force.</summary>
public static partial class CatalogueFindings
{
    /// <summary>The code of <see cref="Withdraws"/>, which alone does not make a catalogue a faulty one.</summary>
    public const string WithdrawsCode = "PR-2097";

    /// <summary>The file is there, and cannot be opened.</summary>
    public static Finding Unreadable(CataloguePlace at) =>
        Error("PR-2094", at,
            "Die Datei lässt sich nicht öffnen; der zuletzt gültige Katalog gilt weiter. Bitte die Rechte der Datei prüfen.",
                null, null);

    /// <summary>An accepted delivery would lose values.</summary>
    public static Finding Withdraws(CataloguePlace at, string delivery, int values, string why) =>
        Error(WithdrawsCode, at,
            $"Mit diesem Katalog {(values == 1 ? "gälte 1 Wert" : $"gälten {values} Werte")} der angenommenen Lieferung "
                + $"„{delivery}“ nicht mehr: {why} Der zuletzt gültige Katalog gilt deshalb weiter. Bitte den Katalog ändern, "
                + "oder unter „Katalog“ oder mit „katalog bestaetigen“ entscheiden, dass er trotzdem gilt.", null, null);
}
