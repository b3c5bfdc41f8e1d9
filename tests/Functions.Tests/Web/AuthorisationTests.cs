using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
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
    public async Task EveryRoute_HasARowInTheTableAndInTheMatrix()
    {
        await using var hosted = HostedProgram.Build();
        var tested = AuthorisationMatrix.Rows.Select(row => (row.Method, row.Route)).ToHashSet();
        foreach (var program in (WebApplication[])[county.App, hosted])
        {
            var mapped = Mapped(program);
            Assert.True(mapped.Count > 30, $"{mapped.Count} routes");
            Assert.All(mapped, route => Assert.NotNull(AccessTable.Find(route.Method, route.Route)));
            Assert.Equal([], mapped.Where(route => !tested.Contains(route)));
        }
    }

    [Fact]
    public async Task EveryRowOfTheTable_IsARoute_WhereItBelongs()
    {
        await using var hosted = HostedProgram.Build();
        var table = AccessTable.Rows.SelectMany(row => row.Methods.Split(' ').Select(method => (method, row.Route, row.Who)))
            .ToList();
        Assert.Equal([], table.Where(row => !Mapped(county.App).Contains((row.method, row.Route))));
        // Forms for sign-in are for accesses in a file only; in Azure the platform signs people in.
        Assert.Equal([("POST", "/anmelden"), ("POST", "/abmelden")],
            table.Where(row => !Mapped(hosted).Contains((row.method, row.Route))).Select(row => (row.method, row.Route)));
    }

    [Fact]
    public void ARouteWithoutARow_IsClosed() => Assert.Null(AccessTable.Find("DELETE", "/api/v1/berichte"));

    [Fact]
    public void ARouteThatNamesADepartment_IsForThatDepartment() => Assert.All(
        AccessTable.Rows.Where(row => row.Route.Contains("{amt}", StringComparison.Ordinal)),
        row => Assert.Equal(Who.OwnDepartment, row.Who));

    [Fact]
    public void ThePublic_ReadsReportsOnlyWhereTheCountySaysSo()
    {
        var reports = AccessTable.Find("GET", "/api/v1/berichte")!;
        Assert.True(AccessTable.Allows(reports, Visitor.Nobody, null, isPublic: () => true));
        Assert.False(AccessTable.Allows(reports, Visitor.Nobody, null, isPublic: () => false));
        Assert.All(AccessTable.Rows.Where(row => row.Who is not (Who.ReadersOfReports or Who.Everybody)), row =>
            Assert.False(AccessTable.Allows(row, Visitor.Nobody, DepartmentId.Of("bauamt"), isPublic: () => true)));
    }

    /// <summary>The routes of a program; without a method one would answer to any, which the table cannot say.</summary>
    private static HashSet<(string Method, string Route)> Mapped(IEndpointRouteBuilder program)
    {
        var routes = program.DataSources.SelectMany(source => source.Endpoints).ToList();
        Assert.All(routes, route =>
            Assert.NotEmpty(Assert.IsType<RouteEndpoint>(route).Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []));
        return [.. routes.Cast<RouteEndpoint>()
            .SelectMany(route =>
            route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method =>
            (method, TableAuthorization.RouteOf(route))))];
    }
}
