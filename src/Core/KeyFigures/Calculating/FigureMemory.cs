using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Evaluating;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures.Calculating;

/// <summary>
/// What was computed for one figure in one year, and what it is computed from: looked up once, used for every span.
/// </summary>
internal sealed class FigureMemory(FigureAddress address, int year)
{
    private const int BasesWithSlots = 4;
    private readonly DeliveredSeries?[] series = new DeliveredSeries?[Enum.GetValues<Scenario>().Length];

    /// <summary>Values by <see cref="Basis"/> and slot (see <see cref="SlotOf"/>).</summary>
    private readonly CalculatedValue?[]?[] slots = new CalculatedValue?[]?[BasesWithSlots];

    /// <summary>Values of the spans that have no slot, by <see cref="Span.Key"/>.</summary>
    private Dictionary<int, CalculatedValue>? others;

    public FigureAddress Address => address;
    public int Year => year;

    /// <summary>Whether <see cref="Definition"/> was looked up.</summary>
    public bool IsDefined { get; private set; }

    /// <summary>How the catalogue in force defines the figure; null where it does not.</summary>
    public FigureDefinition? Definition
    {
        get;
        set => (field, IsDefined) = (value, true);
    }

    /// <summary>
    /// The inputs of the figure's formula, by <see cref="FormulaPlan.Leaves"/>; null for those that are reference figures.
    /// </summary>
    public FigureMemory?[]? FormulaInputs { get; set; }

    /// <summary>The services' figures, in the order of <see cref="FigureDefinition.AddedInputs"/>.</summary>
    public FigureMemory[]? Services { get; set; }

    public ref DeliveredSeries? Series(Scenario scenario) => ref series[(int)scenario];

    /// <summary>The value remembered for a span, or null.</summary>
    public CalculatedValue? Find(Span span)
    {
        var slot = SlotOf(span);
        if (slot < 0)
            return others?.GetValueOrDefault(span.Key);
        return slots[(int)span.Basis] is { } values && slot < values.Length ? values[slot] : null;
    }

    public void Remember(Span span, CalculatedValue value)
    {
        var slot = SlotOf(span);
        if (slot < 0)
        {
            (others ??= [])[span.Key] = value;
            return;
        }

        ref var values = ref slots[(int)span.Basis];
        values ??= new CalculatedValue?[slot < QuarterSlots ? QuarterSlots : SlotCount];
        if (slot >= values.Length)
            Array.Resize(ref values, SlotCount);
        values[slot] = value;
    }

    private const int QuarterSlots = 8;
    private const int FirstMonthSlot = QuarterSlots + 12;
    private const int SlotCount = FirstMonthSlot + 11;

    /// <summary>
    /// A place for each span reports ask for. First come those that all of them need: January to the end of a quarter, the
    /// later quarters, the second half-year. January to other months and the later months follow, reserved only when asked for.
    /// −1 for other spans.
    /// </summary>
    private static int SlotOf(Span span) =>
        span.AsOf != 0 || (int)span.Basis >= BasesWithSlots ? -1
        : span.First == 1 ? (span.Last % 3 == 0 ? span.Last / 3 - 1 : QuarterSlots + span.Last - 1)
        : span.First == span.Last ? FirstMonthSlot + span.First - 2
        : span.Months == 3 && span.Last % 3 == 0 ? 2 + span.Last / 3
        : span.Months == 6 && span.Last == 12 ? 7
        : -1;
}
