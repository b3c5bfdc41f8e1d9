using Produktreport.Core.Findings;
using Produktreport.Core.German;

namespace Produktreport.Core.Catalogues.Findings;

/// <content>The county's public face.</content>
public static partial class CatalogueFindings
{
    /// <summary>The face is begun, and lacks what a public body must say.</summary>
    public static Finding FaceIncomplete(CataloguePlace at, IReadOnlyList<string> missing) =>
        Hint("PR-2241", at,
            $"Im Auftritt des Kreises fehlt noch: {GermanFormat.Enumerate(missing)}. Das Portal verlinkt nur, was es gibt. Bitte "
                + "ergänzen, bevor Berichte veröffentlicht werden.", null,
            "impressum, datenschutz, barrierefreiheit, rueckmeldung");
}
