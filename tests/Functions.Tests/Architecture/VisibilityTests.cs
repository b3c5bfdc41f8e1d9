using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Produktreport.Functions.Tests.Architecture;

/// <summary>A program is no library: what others could call is only what the pages' compiler asks for.</summary>
public sealed class VisibilityTests
{
    private static readonly Assembly Program = typeof(Functions.Storage.IFileStore).Assembly;

    /// <summary>Razor makes pages public, and with them the types of their parameters.</summary>
    [Fact]
    public void TypesOfTheProgram_AreInternal_ExceptPagesAndWhatTheyShow()
    {
        // The root's namespace holds what the worker's SDK generates, and _Imports is Razor's.
        var written = Program.GetExportedTypes().Where(type => !type.IsNested && type.Name != "_Imports"
            && type.Namespace != "Produktreport.Functions"
            && type.Namespace?.StartsWith("Produktreport", StringComparison.Ordinal) == true);
        var pages = Program.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(IComponent))).ToList();
        Assert.NotEmpty(pages);
        var shown = new HashSet<Type>(pages);
        foreach (var parameter in pages.SelectMany(page => page.GetProperties()))
            Reach(parameter.PropertyType, shown);
        Assert.Equal("", string.Join('\n', written.Where(type => !shown.Contains(type)).Select(type => type.FullName).Order()));
    }

    private static void Reach(Type type, HashSet<Type> reached)
    {
        foreach (var part in type.GetGenericArguments())
            Reach(part, reached);
        if (type.Assembly != Program || !reached.Add(type))
            return;
        var used = type.GetMembers().SelectMany(member => member switch
        {
            PropertyInfo property => [property.PropertyType],
            FieldInfo field => [field.FieldType],
            MethodBase method => method.GetParameters().Select(parameter => parameter.ParameterType)
                .Append((method as MethodInfo)?.ReturnType ?? typeof(void)),
            Type nested => [nested],
            _ => Enumerable.Empty<Type>(),
        });
        foreach (var next in used)
            Reach(next, reached);
    }
}
