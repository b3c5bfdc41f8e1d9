using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Produktreport.Core.Catalogues;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Tests.Web;

[Collection(SharedCounty.Name)]
public sealed class AuthorisationTests(WebCounty county)
{
    public static TheoryData<string, string> Rows => [.. AuthorisationMatrix.Rows.Select(row => (row.Method, row.Address))];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task EachRole_GetsWhatTheMatrixSays(string method, string address)
    {
        var row = AuthorisationMatrix.Rows.First(row => row.Method == method && row.Address == address);
        var got = new List<int>();
        foreach (var role in WebCounty.RoleNames)
        {
            using var client = county.As(role);
            using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = row.SampleContent() };
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            got.Add((int)answer.StatusCode);
        }

        Assert.Equal(row.Expected, got);
    }

    [Fact]
    public void EveryRoute_HasARowInTheTableAndInTheMatrix()
    {
        var mapped = Mapped().ToList();
        Assert.True(mapped.Count > 30, $"{mapped.Count} routes");
        Assert.All(mapped, route => Assert.NotNull(AccessTable.Find(route.Method, route.Route)));
        var tested = AuthorisationMatrix.Rows.Select(row => (row.Method, row.Route)).ToHashSet();
        Assert.Equal([], mapped.Where(route => !tested.Contains(route)));
    }

    [Fact]
    public void EveryRowOfTheTable_IsARoute()
    {
        var mapped = Mapped().ToHashSet();
        Assert.Equal([], AccessTable.Rows.SelectMany(row => row.Methods.Split(' ').Select(method => (method, row.Route))).Where(row => !mapped.Contains(row)));
    }

    [Fact]
    public void ARouteWithoutARow_IsClosed() => Assert.Null(AccessTable.Find("DELETE", "/api/v1/berichte"));

    [Fact]
    public void ARouteThatNamesADepartment_IsForThatDepartment() => Assert.All(
        AccessTable.Rows.Where(row => row.Route.Contains("{amt}", StringComparison.Ordinal)), row => Assert.Equal(Who.OwnDepartment, row.Who));

    [Fact]
    public void ThePublic_ReadsReportsOnlyWhereTheCountySaysSo()
    {
        var reports = AccessTable.Find("GET", "/api/v1/berichte")!;
        Assert.True(AccessTable.Allows(reports, Visitor.Nobody, null, isPublic: () => true));
        Assert.False(AccessTable.Allows(reports, Visitor.Nobody, null, isPublic: () => false));
        Assert.All(AccessTable.Rows.Where(row => row.Who is not (Who.ReadersOfReports or Who.Everybody)), row =>
            Assert.False(AccessTable.Allows(row, Visitor.Nobody, DepartmentId.Of("bauamt"), isPublic: () => true)));
    }

    private IEnumerable<(string Method, string Route)> Mapped() =>
        from endpoint in county.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        select (method, TableAuthorization.RouteOf(endpoint));
}
