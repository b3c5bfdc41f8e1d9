namespace Produktreport.Infra.Tests.Bicep;

public sealed class ArmExpressionTests
{
    [Theory]
    [InlineData("[createObject('A', 'x', 'B', 'y')]", "A B")]
    [InlineData(
        "[union(createObject('A', f('p', q(1, 2)).z, 'B', 'y, ('), if(empty(p), createObject(), createObject('C', v[0])))]",
        "A B C")]
    [InlineData("[createObject()]", "")]
    public void Keys_AreEverySecondArgument(string expression, string keys) =>
        Assert.Equal(keys, string.Join(' ', ArmExpression.ObjectKeys(expression)));
}
