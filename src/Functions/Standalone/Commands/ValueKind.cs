using System.CommandLine;
using System.CommandLine.Parsing;

namespace Produktreport.Functions.Standalone.Commands;

/// <summary>An option or argument that says which value it expects.</summary>
internal interface IExpecting
{
    /// <summary>What is expected, in German, to follow "Erwartet wird ".</summary>
    string Expected { get; }
}

/// <summary>A kind of value on the command line.</summary>
/// <param name="Placeholder">What the help writes for it.</param>
/// <param name="Expected">What is expected, in German, to follow "Erwartet wird ".</param>
/// <param name="Read">The value of a text; null where it is none.</param>
internal sealed record ValueKind<T>(string Placeholder, string Expected, Func<string, T?> Read)
{
    /// <summary>An option with one such value.</summary>
    public Option<T?> Option(string name, string description) => new ExpectingOption(name, Expected)
    {
        Arity = ArgumentArity.ExactlyOne,
        HelpName = Placeholder,
        Description = description,
        CustomParser = result => Parse(result, name),
    };

    /// <summary>An argument that is one such value.</summary>
    public Argument<T?> Argument(string name, string description) => new ExpectingArgument(name, Expected)
    {
        Arity = ArgumentArity.ExactlyOne,
        Description = description,
        CustomParser = result => Parse(result, name),
    };

    private T? Parse(ArgumentResult result, string name)
    {
        var text = result.Tokens[0].Value;
        if (Read(text) is { } value)
            return value;
        result.AddError($"„{text}“ passt nicht zu {name}. Erwartet wird {Expected}.");
        return default;
    }

    private sealed class ExpectingOption(string name, string expected) : Option<T?>(name), IExpecting
    {
        public string Expected => expected;
    }

    private sealed class ExpectingArgument(string name, string expected) : Argument<T?>(name), IExpecting
    {
        public string Expected => expected;
    }
}
