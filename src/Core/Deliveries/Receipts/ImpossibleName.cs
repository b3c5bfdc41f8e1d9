using Produktreport.Core.Figures;

namespace Produktreport.Core.Deliveries;

/// <summary>The answer to a file that lies in the inbox under a name no file can have everywhere, and is therefore not read.</summary>
public static class ImpossibleName
{
    /// <summary>The receipt.</summary>
    /// <param name="upload">The file under the name it has.</param>
    /// <param name="name">The part of its path that is impossible.</param>
    /// <param name="fault">Why, as a German clause: <c>das Zeichen „?“ kann in Dateinamen nicht stehen</c>.</param>
    public static Receipt Receipt(DeliveryStamp upload, string name, string fault) =>
        new(upload, IsAccepted: false, ValueCount: 0, SkippedCount: 0, [DeliveryFindings.ImpossibleName(name, fault)]);
}
