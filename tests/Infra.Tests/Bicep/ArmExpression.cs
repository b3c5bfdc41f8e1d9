namespace Produktreport.Infra.Tests.Bicep;

/// <summary>As much of ARM's expression language as it takes to list the keys of objects made in expressions.</summary>
internal static class ArmExpression
{
    private const string MakesObject = "createObject(";

    /// <summary>The keys given to every <c>createObject</c> of an expression.</summary>
    public static IEnumerable<string> ObjectKeys(string expression)
    {
        for (var at = expression.IndexOf(MakesObject, StringComparison.Ordinal); at >= 0;
            at = expression.IndexOf(MakesObject, at + 1, StringComparison.Ordinal))
        {
            foreach (var key in Arguments(expression, at + MakesObject.Length).Where((_, index) => index % 2 == 0))
                yield return key.Trim('\'');
        }
    }

    // The texts of the arguments of a call, from behind its opening bracket.
    private static List<string> Arguments(string expression, int start)
    {
        var arguments = new List<string>();
        var (depth, isText, from) = (0, false, start);
        for (var at = start; depth >= 0; at++)
        {
            var c = expression[at];
            isText ^= c == '\'';
            if (isText)
                continue;
            depth += c switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if ((depth != 0 || c != ',') && depth >= 0)
                continue;
            if (at > from)
                arguments.Add(expression[from..at].Trim());
            from = at + 1;
        }

        return arguments;
    }
}
