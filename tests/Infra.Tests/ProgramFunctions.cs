using System.Reflection;
using Produktreport.Functions.Operation;

namespace Produktreport.Infra.Tests;

/// <summary>The functions as the program declares them, read from its attributes.</summary>
internal static class ProgramFunctions
{
    private static readonly IReadOnlyList<(string Name, MethodInfo Method)> Declared =
    [
        .. typeof(SettingNames).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .SelectMany(method => Named(method.GetCustomAttributesData(), "FunctionAttribute")
                .Select(attribute => ((string)attribute.ConstructorArguments.Single().Value!, method))),
    ];

    /// <summary>The names of all functions; never none.</summary>
    public static IEnumerable<string> Names => Declared.Count > 0
        ? Declared.Select(function => function.Name)
        : throw new InvalidOperationException("The program declares no function.");

    /// <summary>The triggers of a kind, such as <c>BlobTrigger</c>, by the name of their function.</summary>
    public static IReadOnlyDictionary<string, CustomAttributeData> Triggers(string kind) => Declared
        .SelectMany(function => function.Method.GetParameters()
            .SelectMany(parameter => Named(parameter.GetCustomAttributesData(), kind + "Attribute"))
            .Select(trigger => (function.Name, trigger)))
        .ToDictionary(pair => pair.Name, pair => pair.trigger, StringComparer.Ordinal);

    /// <summary>What an attribute says by a property's name, as text; null where it says nothing.</summary>
    public static string? Says(this CustomAttributeData attribute, string property) => attribute.NamedArguments
        .Where(argument => argument.MemberName == property)
        .Select(argument => argument.TypedValue.ArgumentType.IsEnum
            ? Enum.GetName(argument.TypedValue.ArgumentType, argument.TypedValue.Value!)
            : argument.TypedValue.Value?.ToString())
        .SingleOrDefault();

    private static IEnumerable<CustomAttributeData> Named(IEnumerable<CustomAttributeData> attributes, string name) =>
        attributes.Where(attribute => attribute.AttributeType.Name == name);
}
