using System.Text;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Xlsx;

/// <summary>
/// The unit of money that a number format shows beside the number: <c>#,##0.0" T€"</c>, <c>#,##0.00 [$€-407]</c>. A format
/// that itself shows thousands (<c>#,##0," T€"</c>) names the unit of what is shown; the stored number has that of euro.
/// </summary>
internal static class ShownUnit
{
    /// <summary>The unit of the stored number; empty where the format names none.</summary>
    public static string Of(string code)
    {
        var (literals, shift) = Read(code);
        var shown = MoneyUnit.Of(Blanks.Trim(literals));
        if (shown == CellUnit.None)
            return "";
        for (var factor = MoneyUnit.FactorOf(shown); shift > 0; shift--)
        {
            factor /= 1000;
            shown = factor switch { 1 => CellUnit.Euro, 1_000 => CellUnit.ThousandEuro, 1_000_000 => CellUnit.MillionEuro, _ => CellUnit.Other };
        }

        return shown switch
        {
            CellUnit.Euro => "€",
            CellUnit.ThousandEuro => "T€",
            CellUnit.MillionEuro => "Mio. €",
            CellUnit.BillionEuro => "Mrd. €",
            _ => Blanks.Trim(literals).ToString(),
        };
    }

    /// <summary>The literal text of the first section, and by how many thousands it shows less than is stored.</summary>
    private static (string Literals, int Shift) Read(string code)
    {
        var literals = new StringBuilder();
        var commas = 0;
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            switch (code[at])
            {
                case '"' or '[':
                    var end = code.IndexOf(code[at] == '"' ? '"' : ']', at + 1) is var found and >= 0 ? found : code.Length;
                    literals.Append(code[at] == '"' ? code[(at + 1)..end] : Currency(code[(at + 1)..end]));
                    at = end;
                    break;
                case '_' or '*':
                    at++;
                    break;
                case '\\' when at + 1 < code.Length:
                    literals.Append(code[++at]);
                    break;
                case ',':
                    commas++;
                    break;
                case '0' or '#' or '?':
                    commas = 0;
                    break;
                case '€' or ' ':
                    literals.Append(code[at]);
                    break;
            }
        }

        return (literals.ToString(), commas);
    }

    /// <summary>The currency of <c>$€-407</c>; empty for colours, conditions and locales.</summary>
    private static string Currency(string bracket) => bracket.StartsWith('$') ? bracket[1..].Split('-')[0] : "";
}
