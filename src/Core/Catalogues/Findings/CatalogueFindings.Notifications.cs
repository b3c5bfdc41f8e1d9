using Produktreport.Core.Findings;
using Produktreport.Core.German;

namespace Produktreport.Core.Catalogues.Findings;

/// <content>Who is told of what.</content>
public static partial class CatalogueFindings
{
    /// <summary>A department nobody can write to, where departments are written to.</summary>
    public static Finding NoContactAddress(CataloguePlace at, string department, string? contact) =>
        Warning("PR-2201", at,
            $"Das Amt „{department}“ bekommt keine Nachrichten, denn als kontakt steht keine E-Mail-Adresse da. Bitte eine "
                + "eintragen; der Katalog gilt trotzdem.", contact, "eine E-Mail-Adresse");

    /// <summary>Two lists of one name.</summary>
    public static Finding DuplicateList(CataloguePlace at, string name) =>
        Error("PR-2202", at, $"Den Verteiler „{name}“ gibt es zweimal. Bitte einen umbenennen oder löschen.", name,
            "jeder Name nur einmal");

    /// <summary>A list that gets no report.</summary>
    public static Finding ListOfNothing(CataloguePlace at, string name) =>
        Error("PR-2203", at,
            $"Der Verteiler „{name}“ bekäme keinen Bericht. Bitte produkte, aemter, bereiche oder gesamtbericht: true angeben.",
            null, "produkte, aemter, bereiche oder gesamtbericht");

    /// <summary>A list for a department that is not named, or a department on a list for others.</summary>
    public static Finding ListOfNoDepartment(CataloguePlace at, string name) =>
        Error("PR-2204", at,
            $"Beim Verteiler „{name}“ gehören rolle: fachamt und amt zusammen: Das Amt sagt, wessen Entwürfe die Empfänger sehen "
                + "dürfen. Bitte beides angeben oder keines.", null, "rolle: fachamt mit amt");

    /// <summary>Drafts for people who may not see any.</summary>
    public static Finding DraftsForReaders(CataloguePlace at, string name) =>
        Error("PR-2205", at,
            $"Entwürfe sehen nur das Fachamt und das Controlling. Bitte beim Verteiler „{name}“ entwuerfe löschen oder rolle: "
                + "fachamt (mit amt) oder rolle: controlling angeben, wenn seine Empfänger sie sehen dürfen.", "true",
            "rolle: fachamt oder controlling");

    /// <summary>A silence that ends before it begins.</summary>
    public static Finding SilenceReversed(CataloguePlace at, DateOnly from, DateOnly to) =>
        Error("PR-2206", at,
            $"Die Ruhezeit endet am {GermanFormat.Date(to)}, vor ihrem Anfang am {GermanFormat.Date(from)}. Bitte von und bis "
                + "tauschen oder berichtigen.", GermanFormat.Date(to), "bis nicht vor von");
}
