using System.Globalization;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Catalogues.Authoring;

/// <summary>Base and key figures as nodes; what is the format's default is left out.</summary>
internal static class FigureNodes
{
    /// <summary>A base figure.</summary>
    public static YamlMap BaseFigure(BaseFigure figure) => ProductNodes.Map(
    [
        .. Common(figure),
        ("synonyme", ProductNodes.List(figure.Synonyms.Select(YamlScalar.Of))),
        ("erfassung", figure.Frequency == PeriodKind.Quarter ? null
            : ProductNodes.Text(Words.Of(Words.PeriodKinds, figure.Frequency))),
        ("jahreswert", ProductNodes.Text(RollUp(figure))),
        ("kumuliert", Flag(figure.IsCumulative)),
        ("von", ProductNodes.Number(figure.Minimum)), ("bis", ProductNodes.Number(figure.Maximum)),
    ]);

    /// <summary>A key figure.</summary>
    public static YamlMap KeyFigure(KeyFigure figure) => ProductNodes.Map(Common(figure));

    private static IEnumerable<(string Key, YamlNode? Value)> Common(Figure figure) =>
    [
        ("id", ProductNodes.Text(figure.Id.Text)), ("bezeichnung", ProductNodes.Text(figure.Name)),
            ("einheit", ProductNodes.Text(figure.Unit)),
        ("dezimalstellen", figure.Decimals == 0 ? null
            : YamlScalar.Plain(figure.Decimals.ToString(CultureInfo.InvariantCulture))),
        ("formel", ProductNodes.Text(figure.Formula?.Text)),
        ("richtung", figure.Direction == Direction.Neutral ? null
            : ProductNodes.Text(Words.Of(Words.Directions, figure.Direction))),
        ("haupt", Flag(figure.IsMain)),
        ("ampel", figure.Tolerance is { } tolerance ? Tolerance(tolerance) : null),
        ("schutzbeduerftig", ProductNodes.Text(figure.SensitiveBy?.Text)),
    ];

    private static YamlScalar? Flag(bool flag) => flag ? YamlScalar.Plain("true") : null;

    private static YamlMap Tolerance(StatusTolerance tolerance) => ProductNodes.Map(
        ("gruen_prozent", ProductNodes.Number(tolerance.GreenPercent)),
            ("gruen_betrag", ProductNodes.Number(tolerance.GreenAmount)),
        ("gelb_prozent", ProductNodes.Number(tolerance.YellowPercent)));

    private static string RollUp(BaseFigure figure) => figure.RollUp switch
    {
        RollUpRule.Mean => "mittelwert",
        RollUpRule.PointInTime => "stichtag",
        RollUpRule.Weighted => $"gewichtet: {figure.WeightedBy}",
        _ => "summe",
    };
}
