namespace Produktreport.Functions.Web.Portal.Accesses;

/// <summary>Puts the pages of the accesses together.</summary>
internal sealed class AccessView(AccessMode mode, PublishedCatalogues catalogues)
{
    /// <summary>All accesses, and the form for another one.</summary>
    public async Task<IResult> ShowAll(CancellationToken cancellation, AccessOutcome? outcome = null) =>
        PortalPages.Page<AccessesPage>(new
        {
            Accesses = Accesses(),
            Departments = await Departments([], cancellation),
            Outcome = outcome,
        });

    /// <summary>One access, and what can be changed about it.</summary>
    public async Task<IResult> ShowOne(string name, CancellationToken cancellation, AccessOutcome? outcome = null)
    {
        if (Accesses()?.FirstOrDefault(access => Is(access, name)) is not { } found)
            return outcome is null ? PortalPages.NotFound : await ShowAll(cancellation, outcome);
        var own = found.DepartmentTexts.IsDefault ? [] : found.DepartmentTexts;
        return PortalPages.Page<AccessPage>(new
        {
            Access = found,
            Departments = await Departments(own, cancellation),
            Outcome = outcome,
        });
    }

    private static bool Is(Access access, string name) => string.Equals(access.Name, name, StringComparison.OrdinalIgnoreCase);

    // Null where they are managed elsewhere; none where the file cannot be read, in which case nobody is here to ask.
    private ImmutableArray<Access>? Accesses() =>
        mode is AccessMode.ByFile(var path)
            ? [.. new StoredAccesses(Path.GetDirectoryName(path)!).Read().Accesses.OrderBy(access => access.Name,
                StringComparer.OrdinalIgnoreCase)]
            : null;

    // Those of every year, and those that an access names although no catalogue knows them any more.
    private async Task<ImmutableArray<(string Id, string Name)>> Departments(
        ImmutableArray<string> own, CancellationToken cancellation)
    {
        var known = (await catalogues.Load(cancellation)).ByYear.Values.Reverse()
            .SelectMany(catalogue => catalogue.Departments).DistinctBy(department => department.Id)
            .Select(department => (Id: department.Id.Text, department.Name)).ToList();
        return
        [
            .. known.Concat(own.Where(id => known.TrueForAll(each => each.Id != id)).Select(id => (Id: id, Name: id)))
                .OrderBy(department => department.Name, StringComparer.CurrentCulture),
        ];
    }
}
