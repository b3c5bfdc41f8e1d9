using System.Collections.Immutable;

namespace Produktreport.Core.Catalogues.Reading.FormulaSyntax;

/// <summary>A formula as written, before its names mean anything. Closed.</summary>
internal abstract record Expression
{
    private Expression()
    {
    }

    public sealed record Number(decimal Value) : Expression;

    /// <summary>A name: <c>x</c>, <c>produkt.x</c>, <c>11112.x</c>, <c>leistungen.x</c>.</summary>
    public sealed record Name(string? Qualifier, string Text) : Expression
    {
        /// <summary>As written.</summary>
        public string Full => Qualifier is null ? Text : $"{Qualifier}.{Text}";
    }

    public sealed record Negation(Expression Operand) : Expression;

    public sealed record Operation(Operator Operator, Expression Left, Expression Right) : Expression;

    public sealed record Call(string Function, ImmutableArray<Expression> Arguments) : Expression;
}
