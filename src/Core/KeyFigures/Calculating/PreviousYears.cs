using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Evaluating;
using Produktreport.Core.KeyFigures.Values;

namespace Produktreport.Core.KeyFigures.Calculating;

/// <summary>
/// The past of a figure under its present name. Each catalogue says which levels of the one before it continues; the entries for
/// a level are its whole past. Where a level has none, it is looked up under its present number. Years without a catalogue of
/// their own are delivered by the numbers of the catalogue in force for them, so that nothing is renamed between them.
/// </summary>
internal sealed class PreviousYears(Calculation calculation)
{
    /// <summary>The value of the same months <paramref name="yearsBack"/> years before <paramref name="span"/>.</summary>
    public CalculatedValue Of(FigureAddress address, Span span, int yearsBack)
    {
        if (yearsBack == 0)
            return calculation.Of(address, span);
        if (span.Year - yearsBack < 1900)
            return Reasons.NotInCatalogue(span.Year - yearsBack);
        return FormerLevels.AreThoseOfTheYearBefore(calculation.Catalogues, span.Year) ? Of(address, Earlier(span), yearsBack - 1)
            : calculation.Catalogues.For(span.Year)?.Find(address.Product) is { } product
            && product.FindLevel(address.Level) is not null ? Before(product, address, span, yearsBack)
            : Reasons.NotInCatalogue(span.Year); // An older level of this number is another one: the number was free in between.
    }

    private CalculatedValue Before(Product product, FigureAddress address, Span span, int yearsBack)
    {
        var formers = FormerLevels.Of(product, address.Level);
        try
        {
            return formers is [] ? Unchanged(product, address, span, yearsBack)
                : formers is [{ Share: 1m } only] ? Renamed(address, span, yearsBack, only)
                : calculation.Define(address, span.Year) is { } definition ? Merged(definition, formers, span, yearsBack)
                : Reasons.NotInCatalogue(span.Year);
        }
        catch (OverflowException)
        {
            return Reasons.Overflow;
        }
    }

    private CalculatedValue Unchanged(Product product, FigureAddress address, Span span, int yearsBack)
    {
        var before = Of(address, Earlier(span), yearsBack - 1);
        var servicesMoved = address.Level == product.LevelNumber && product.Predecessors.Length > 0;
        return servicesMoved
            && before is CalculatedValue.Undefined { Reason.Kind: UndefinedKind.NotInCatalogue }
            && calculation.Define(address, span.Year) is { } definition
            ? OfServices(definition, span, yearsBack) ?? before
            : before;
    }

    /// <summary>A product without a past of its own whose services have one: their sum, key figures by formula.</summary>
    private CalculatedValue? OfServices(FigureDefinition definition, Span span, int yearsBack)
    {
        if (definition.Figure is KeyFigure)
            return ByFormula(definition, span, yearsBack);
        DerivedInput[] services = [.. definition.AddedServices.Select(service =>
            Input($"{service.LevelNumber} {service.Name}", definition.Address with { Level = service.LevelNumber }, span,
                yearsBack))];
        return services.Length == 0 ? null : Added(services, services.Sum(service => service.Value.Amount));
    }

    private CalculatedValue Renamed(FigureAddress address, Span span, int yearsBack, Predecessor former)
    {
        var before = FormerAddress(former, address.Figure);
        var value = Of(before, Earlier(span), yearsBack - 1);
        return value is CalculatedValue.Known known && before != address
            ? new CalculatedValue.Known(
                known.Value, new Derivation.FromPredecessors([new DerivedInput(NameOf(former), before, value)]))
            : value;
    }

    private CalculatedValue Merged(FigureDefinition definition, Predecessor[] formers, Span span, int yearsBack)
    {
        if (definition.Figure is not BaseFigure figure)
            return ByFormula(definition, span, yearsBack);
        DerivedInput[] inputs = [.. formers.Select(former =>
            Input(NameOf(former), FormerAddress(former, figure.Id), Earlier(span), yearsBack - 1))];
        return figure.RollUp == RollUpRule.Weighted
            ? Mean(figure, formers, inputs, Earlier(span), yearsBack - 1)
            : Added(
                inputs, inputs.Zip(formers, (input, former) => input.Value.Amount * former.Share)
                    .Aggregate((decimal?)0m, (sum, each) => sum + each));
    }

    /// <summary>
    /// Grades do not add up: the mean weighted by the formers' own weights, plain where one of those is missing.
    /// </summary>
    private CalculatedValue Mean(BaseFigure figure, Predecessor[] formers, DerivedInput[] inputs, Span span, int yearsBack)
    {
        DerivedPart[] parts = [.. inputs.Select(input => span.With(input.Value))];
        CalculatedValue[] weights = [.. formers.Select(former => WeightOf(former, figure.WeightedBy!.Value, span, yearsBack))];
        return RollUp.Weighted(parts, weights, figure.WeightedBy!.Value.Text) switch
        {
            CalculatedValue.Known mean => new CalculatedValue.Known(mean.Value, new Derivation.FromPredecessors([.. inputs])),
            CalculatedValue.Undefined { Reason.Kind: UndefinedKind.DivisionByZero } noWeight => noWeight,
            _ => Reasons.Inputs([.. inputs.Where(input => input.Value is CalculatedValue.Undefined)]),
        };
    }

    /// <summary>How much a former level's grade counts: by so much of its weight as was handed on.</summary>
    private CalculatedValue WeightOf(Predecessor former, FigureId weight, Span span, int yearsBack) =>
        Of(FormerAddress(former, weight), span, yearsBack) switch
        {
            CalculatedValue.Known known => known with { Value = known.Value * former.Share },
            var unknown => unknown,
        };

    /// <summary>A key figure over the predecessors' base figures, with the reference figures of that time.</summary>
    private CalculatedValue ByFormula(FigureDefinition definition, Span span, int yearsBack)
    {
        var then = span with { Year = span.Year - yearsBack };
        var definitionThen = definition.WithReferencesOf(calculation.Catalogues.For(then.Year)!);
        return new FormulaEvaluator(definitionThen, then.End, input => Of(input, span, yearsBack)).Evaluate();
    }

    private DerivedInput Input(string name, FigureAddress address, Span span, int yearsBack) =>
        new(name, address, Of(address, span, yearsBack));

    private static CalculatedValue Added(DerivedInput[] inputs, decimal? sum) =>
        sum is { } known
            && Array.TrueForAll(inputs, input => input.Value is CalculatedValue.Known)
            ? new CalculatedValue.Known(known, new Derivation.FromPredecessors([.. inputs]))
            : Reasons.Inputs([.. inputs.Where(input => input.Value is CalculatedValue.Undefined)]);

    private static FigureAddress FormerAddress(Predecessor former, FigureId figure) =>
        new(former.FormerProduct, former.FormerLevel, figure);

    private static string NameOf(Predecessor former) =>
        former.Share == 1m ? $"{former.FormerLevel}"
            : $"{German.GermanFormat.Exact(former.Share * 100)} % von {former.FormerLevel}";

    private static Span Earlier(Span span) => span with { Year = span.Year - 1 };
}
