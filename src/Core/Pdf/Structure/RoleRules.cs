namespace Produktreport.Core.Pdf.Structure;

/// <summary>Which element may stand in which (ISO 32000-1, 14.8.4; ISO 14289-1, 7): broken rules are bugs of the composing code.</summary>
internal static class RoleRules
{
    private static readonly Role[] Blocks =
        [Role.Part, Role.Sect, Role.Div, Role.H1, Role.H2, Role.H3, Role.H4, Role.P, Role.L, Role.Table, Role.Figure, Role.Note, Role.TOC];

    private static readonly Role[] Inline = [Role.Span, Role.Link, Role.Reference, Role.Note, Role.Figure];
    private static readonly Role[] Flow = [.. Blocks, .. Inline];

    private static readonly ulong[] Allowed = [.. Enum.GetValues<Role>().Select(parent => Mask(Children(parent)))];

    private static readonly ulong HoldsContent = Mask(
    [
        Role.H1, Role.H2, Role.H3, Role.H4, Role.P, Role.Lbl, Role.LBody, Role.Caption, Role.TH, Role.TD, Role.Figure, Role.Note,
        Role.Reference, Role.Link, Role.Span, Role.TOCI,
    ]);

    /// <exception cref="InvalidOperationException">The child may not stand there.</exception>
    public static void CheckNesting(Role parent, Role child)
    {
        if ((Allowed[(int)parent] & 1UL << (int)child) == 0)
            throw new InvalidOperationException($"A {child} element may not stand directly in a {parent} element.");
    }

    /// <exception cref="InvalidOperationException">Text or drawing directly in an element that only groups others.</exception>
    public static void CheckContent(Role role)
    {
        if ((HoldsContent & 1UL << (int)role) == 0)
            throw new InvalidOperationException($"Content may not stand directly in a {role} element; tag it or make it an artifact.");
    }

    private static Role[] Children(Role parent) => parent switch
    {
        Role.Document or Role.Part or Role.Sect or Role.Div => Blocks,
        Role.H1 or Role.H2 or Role.H3 or Role.H4 or Role.P or Role.Lbl or Role.Reference or Role.Span => Inline,
        Role.L => [Role.Caption, Role.LI],
        Role.LI => [Role.Lbl, Role.LBody],
        Role.LBody or Role.TD or Role.TH or Role.Note or Role.Caption => [.. Flow, Role.Lbl],
        Role.Table => [Role.Caption, Role.THead, Role.TBody],
        Role.THead or Role.TBody => [Role.TR],
        Role.TR => [Role.TH, Role.TD],
        Role.Link => [Role.Span, Role.Figure],
        Role.TOC => [Role.Caption, Role.TOCI, Role.TOC],
        Role.TOCI => [Role.Lbl, Role.Reference, Role.P, Role.TOC],
        _ => [],
    };

    private static ulong Mask(IEnumerable<Role> roles) => roles.Aggregate(0UL, (mask, role) => mask | 1UL << (int)role);
}
