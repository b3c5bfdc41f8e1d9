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
    private readonly List<(CellPlace Place, string Text)> questions = [];
    private (CellPlace Place, string Text)? comma;
    private (CellPlace Place, string Text)? point;

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
            && (thousands == '\0' || declaredThousands is null || (declaredThousands.Length == 1 && Normal(declaredThousands[0]) == thousands));
    }

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

    /// <summary>Whether cells have two readings and nothing decides between them.</summary>
    public bool IsUndecided => QuestionCount > 0 && Decided is null;

    /// <summary>What there is to say about the format once all cells are read; null where it is plain.</summary>
    public Finding? Finding()
    {
        if (comma is not null && point is not null)
            return IsUndecided ? NumberFormatFindings.ContradictoryFormat(this) : NumberFormatFindings.MixedFormats(this);
        return IsUndecided ? NumberFormatFindings.AmbiguousFormat(this) : null;
    }

    /// <summary>Takes a cell as evidence, or as a question where it has two readings.</summary>
    public void Look(in NumberReading reading, CellPlace place, ReadOnlySpan<char> text)
    {
        if (declared is not null)
            return;
        if (reading.IsAmbiguous)
            Ask(place, text);
        else if (reading.NeedsComma)
            comma ??= (place, Blanks.Trim(text).ToString());
        else if (reading.NeedsPoint)
            point ??= (place, Blanks.Trim(text).ToString());
    }

    private void Ask(CellPlace place, ReadOnlySpan<char> text)
    {
        QuestionCount++;
        if (questions.Count < Shown)
            questions.Add((place, Blanks.Trim(text).ToString()));
    }

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
}
