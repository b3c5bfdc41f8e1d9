using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>
/// Which mark is the decimal one, decided for a whole file: from what is declared, else from the evidence of all its cells. A
/// cell with only one reading needs no decision and is evidence; a cell with two waits for the others.
/// </summary>
internal sealed class NumberFormat(char? declared, string? declaredThousands = null)
{
    private const int Shown = 5;
    private const int GroupLength = 3;
    private readonly List<(CellPlace Place, string Text)> questions = [];
    private (CellPlace Place, string Text)? comma;
    private (CellPlace Place, string Text)? point;
    private Strange? strangeWithComma;
    private Strange? strangeWithPoint;
    private Strange? withNote;
    private bool groupsAreTold;

    /// <summary>The declared decimal mark; null where the cells decide.</summary>
    public char? Declared => declared;

    /// <summary>
    /// The format a profile or a line above the header declares; a thousands mark alone declares the other mark as the decimal
    /// one.
    /// </summary>
    public static NumberFormat Of(char? decimalMark, string? thousandsMark) =>
        new(decimalMark ?? (thousandsMark switch { "." => ',', "," => '.', _ => null }), thousandsMark);

    /// <summary>Whether the declared format allows the reading; true where none is declared.</summary>
    public bool Allows(in NumberReading reading)
    {
        if (declared is not { } mark)
            return true;
        if (reading.FirstMark == '\0')
            return true;
        var thousands = reading.ThousandsMarkWith(mark);
        return (mark == ',' ? reading.CommaScale : reading.PointScale) >= 0
            && (thousands == '\0' || declaredThousands is null
                || (declaredThousands.Length == 1 && Normal(declaredThousands[0]) == thousands));
    }

    /// <summary>
    /// Whether a reading is plain to see: it can be read in one way only, which is the way of others before, so that it is
    /// neither evidence nor a question.
    /// </summary>
    public bool IsPlain(in NumberReading reading) => reading.FirstMark == '\0'
        || (declared is null && reading.Scale < GroupLength && reading.FirstMark switch
        {
            ',' => reading.NeedsComma && comma is not null,
            '.' => reading.NeedsPoint && point is not null,
            _ => false,
        });

    private static char Normal(char mark) => Blanks.IsBlank(mark) ? ' ' : mark == '’' ? '\'' : mark;

    /// <summary>The first cell that only a decimal comma explains.</summary>
    public (CellPlace Place, string Text)? CommaEvidence => comma;

    /// <summary>The first cell that only a decimal point explains.</summary>
    public (CellPlace Place, string Text)? PointEvidence => point;

    /// <summary>The first cells that have two readings.</summary>
    public IReadOnlyList<(CellPlace Place, string Text)> Questions => questions;

    /// <summary>How many cells have two readings.</summary>
    public int QuestionCount { get; private set; }

    /// <summary>The decided mark; null while nothing, or contradicting evidence, decides.</summary>
    public char? Decided => declared ?? (comma, point) switch
    {
        ({ }, null) => ',',
        (null, { }) => '.',
        _ => null,
    };

    /// <summary>The decided mark; both while none is.</summary>
    public char[] PossibleMarks => Decided is { } mark ? [mark] : [',', '.'];

    /// <summary>Whether cells have two readings and nothing decides between them.</summary>
    public bool IsUndecided => QuestionCount > 0 && Decided is null;

    /// <summary>What there is to say about the format once all cells are read; null where it is plain.</summary>
    public Finding? Finding()
    {
        if (withNote is not null)
            return DeliveryFindings.DigitOfNote(withNote.Place, withNote.Text, withNote.Figure);
        if (comma is not null && point is not null)
            return IsUndecided ? NumberFormatFindings.ContradictoryFormat(this) : NumberFormatFindings.MixedFormats(this);
        return IsUndecided ? NumberFormatFindings.AmbiguousFormat(this) : StrangeDecimals();
    }

    /// <summary>
    /// Asks where the decided mark would give an amount in euro, a count or what has one decimal three of them: <c>1.234</c>
    /// beside <c>12.5</c>. No
    /// question where a cell tells how thousands are grouped, or has three decimals itself.
    /// </summary>
    private Finding? StrangeDecimals()
    {
        var strange = declared is not null || groupsAreTold ? null : Decided switch
        {
            ',' => strangeWithComma,
            '.' => strangeWithPoint,
            _ => null,
        };
        return strange is null ? null
            : NumberFormatFindings.StrangeDecimals(strange.Place, strange.Text, strange.Figure, (comma ?? point)!.Value.Text);
    }

    /// <summary>Takes a cell as evidence, or as a question where it has two readings.</summary>
    /// <param name="reading">What it says.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="text">Its text.</param>
    /// <param name="figure">The figure it is a value of, in the figure's own unit; null where that is not known.</param>
    public void Look(in NumberReading reading, CellPlace place, ReadOnlySpan<char> text, Figure? figure = null)
    {
        if (declared is not null || reading.FirstMark == '\0')
            return;
        if (reading.IsAmbiguous)
            Ask(reading, place, text, figure);
        else
            Take(reading, place, text, figure);
    }

    private void Take(in NumberReading reading, CellPlace place, ReadOnlySpan<char> text, Figure? figure)
    {
        if (MayEndInNote(reading) && figure is not null && !MayHaveThreeDecimals(figure))
            withNote ??= new Strange(place, Blanks.Trim(text).ToString(), figure.Name);
        if (reading.NeedsComma)
            comma ??= (place, Blanks.Trim(text).ToString());
        else if (reading.NeedsPoint)
            point ??= (place, Blanks.Trim(text).ToString());
        groupsAreTold |= reading.Scale >= GroupLength || reading.FirstMark != (reading.NeedsPoint ? '.' : ',');
    }

    private void Ask(in NumberReading reading, CellPlace place, ReadOnlySpan<char> text, Figure? figure)
    {
        QuestionCount++;
        if (questions.Count < Shown)
            questions.Add((place, Blanks.Trim(text).ToString()));
        if (figure is null || MayHaveThreeDecimals(figure))
            return;
        if (reading.CommaScale == GroupLength)
            strangeWithComma ??= new Strange(place, Blanks.Trim(text).ToString(), figure.Name);
        else if (reading.PointScale == GroupLength)
            strangeWithPoint ??= new Strange(place, Blanks.Trim(text).ToString(), figure.Name);
    }

    /// <summary>
    /// Whether a number is one of thousands with one more digit behind it: <c>1.2341</c>, which once was <c>1.234¹</c>.
    /// </summary>
    private static bool MayEndInNote(in NumberReading reading) => reading.Scale == GroupLength + 1
        && reading.FirstMark == (reading.NeedsPoint ? '.' : ',') && reading is { High: 0, Low: >= 1_0000 and <= 999_9999 }
        && reading.Low % 10 != 0;

    private static bool MayHaveThreeDecimals(Figure figure) =>
        figure.Decimals >= GroupLength || (figure.Decimals > 1 && !CellReader.IsMoney(figure));

    /// <summary>
    /// The decimal mark a sample such as <c>1.234,56</c> or a word such as <c>deutsch</c> declares; null where it declares none.
    /// </summary>
    public static char? FromSample(ReadOnlySpan<char> sample)
    {
        var text = Blanks.Trim(sample);
        if (text.StartsWith("deutsch", StringComparison.OrdinalIgnoreCase))
            return ',';
        if (text.StartsWith("englisch", StringComparison.OrdinalIgnoreCase))
            return '.';
        if (!NumberText.TryRead(text, out var reading, out _))
            return null;
        return reading.NeedsComma ? ',' : reading.NeedsPoint ? '.' : null;
    }

    /// <summary>A cell that would have more decimals than its figure.</summary>
    private sealed record Strange(CellPlace Place, string Text, string Figure);
}
