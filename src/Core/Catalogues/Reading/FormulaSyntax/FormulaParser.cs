using System.Globalization;
using Parlot.Fluent;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Reading.FormulaSyntax;

/// <summary>
/// Reads the text of a formula: <c>+ - * /</c>, a leading minus, parentheses, numbers with a point, names, and functions whose
/// arguments a comma separates. Times and divided bind tighter than plus and minus; equals bind from the left.
/// </summary>
internal static class FormulaParser
{
    /// <summary>The longest formula, in characters.</summary>
    public const int MaximumLength = 1000;

    /// <summary>The deepest nesting of parentheses and functions.</summary>
    public const int MaximumDepth = 20;

    private static readonly Parser<Expression> Grammar = BuildGrammar();

    /// <summary>The formula's expression, or null with exactly one finding.</summary>
    public static (Expression? Expression, Finding? Fault) Parse(FormulaSite site)
    {
        if (site.Text.Length > MaximumLength || Depth(site.Text) > MaximumDepth)
            return (null, CatalogueFindings.FormulaTooComplex(site, MaximumLength, MaximumDepth));
        if (DecimalComma(site.Text) is { } number)
            return (null, CatalogueFindings.FormulaDecimalComma(site, number));
        return Grammar.TryParse(site.Text.TrimEnd(), out var expression, out var error)
            ? (expression, null)
            : (null, CatalogueFindings.FormulaSyntax(site, (error?.Position.Offset ?? 0) + 1, error?.Message ?? "ein Wert"));
    }

    private static Parser<Expression> BuildGrammar()
    {
        var sum = Deferred<Expression>();
        var argumentList = Separated(Terms.Char(','), sum.ElseError("ein Wert"));
        var word = Terms.Pattern(c => char.IsLetterOrDigit(c) || c is '_' or '.');
        var quotedLevel = Terms.String(StringLiteralQuotes.Single).AndSkip(Literals.Char('.'))
            .And(Literals.Pattern(c => char.IsLetterOrDigit(c) || c == '_'))
            .Then<Expression>(pair => new Expression.Name(pair.Item1.ToString(), pair.Item2.ToString()!));
        var call = word.AndSkip(Terms.Char('(')).And(argumentList).AndSkip(Terms.Char(')').ElseError("„)“ oder „,“"))
            .Then<Expression>(pair => new Expression.Call(pair.Item1.ToString()!, [.. pair.Item2]));
        var operand = word.When((_, text) => IsWord(text.ToString()!)).Then(text => Word(text.ToString()!));
        var group = Terms.Char('(').SkipAnd(sum.ElseError("ein Wert")).AndSkip(Terms.Char(')').ElseError("„)“"));
        var primary = OneOf(call, operand, quotedLevel, group);
        var signed = ZeroOrMany(Terms.Char('-')).And(primary)
            .Then(pair => pair.Item1.Count % 2 == 0 ? pair.Item2 : new Expression.Negation(pair.Item2));
        var product = Chain(signed, (Terms.Char('*'), Operator.Times), (Terms.Char('/'), Operator.DividedBy));
        sum.Parser = Chain(product, (Terms.Char('+'), Operator.Plus), (Terms.Char('-'), Operator.Minus));
        return sum.ElseError("ein Wert").AndSkip(Always().Eof().ElseError("ein Rechenzeichen (+ - * /) oder das Ende"));
    }

    private static Parser<Expression> Chain(Parser<Expression> operand, params (Parser<char> Sign, Operator Operator)[] operators)
    {
        var sign = OneOf([.. operators.Select(pair => pair.Sign.Then(pair.Operator))]);
        return operand.And(ZeroOrMany(sign.And(operand.ElseError("ein Wert"))))
            .Then(chain =>
                chain.Item2.Aggregate(chain.Item1, (left, next) => new Expression.Operation(next.Item1, left, next.Item2)));
    }

    private static bool IsWord(string text) =>
        Number(text) is not null || text.Split('.')[^1] is [var first, ..] && !char.IsDigit(first);

    private static Expression Word(string text)
    {
        if (Number(text) is { } number)
            return new Expression.Number(number);
        var dot = text.LastIndexOf('.');
        return new Expression.Name(dot < 0 ? null : text[..dot], text[(dot + 1)..]);
    }

    private static decimal? Number(string text) =>
        text.All(c => char.IsAsciiDigit(c) || c == '.') && text.Count(c => c == '.') <= 1 && text[0] != '.' && text[^1] != '.'
            && text.Length <= 29
        && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>
    /// A number such as <c>1,5</c> within the text: a comma between two digits with no blank, which would separate arguments.
    /// </summary>
    private static string? DecimalComma(string text)
    {
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] == ',' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]))
                return string.Concat(text[..i].Reverse().TakeWhile(char.IsAsciiDigit).Reverse()) + ","
                    + string.Concat(text[(i + 1)..].TakeWhile(char.IsAsciiDigit));
        }

        return null;
    }

    private static int Depth(string text)
    {
        var (depth, deepest) = (0, 0);
        foreach (var c in text)
        {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }
}
