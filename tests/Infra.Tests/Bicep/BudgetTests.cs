namespace Produktreport.Infra.Tests.Bicep;

public sealed class BudgetTests(ArmTemplate template)
{
    [Fact]
    public void TheBudget_ReportsBeforeAndWhenItIsSpent()
    {
        var thresholds = template.Module("budget")["variables"]!["thresholds"]!.AsArray()
            .Select(threshold => $"{threshold!["type"]} {threshold["percent"]}");
        Assert.Equal(["Actual 80", "Actual 100", "Forecasted 120"], thresholds);
        var budget = template.OfType("Microsoft.Consumption/budgets").Single();
        Assert.Contains("parameters('mailAddresses')", budget.At("properties.notifications")!.GetValue<string>(),
            StringComparison.Ordinal);
    }
}
