using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports.Assembly;

/// <summary>What of a report comes from the catalogue alone: head, levels, description.</summary>
internal static class HeadAssembly
{
    public static ReportHead Head(Catalogue catalogue, Product product)
    {
        var department = catalogue.Find(product.Department);
        return new ReportHead
        {
            County = catalogue.County,
            Logo = ReportLogo.Of(catalogue.Logo),
            MainArea = NumberedName.Of(product.Hierarchy.MainArea),
            Area = NumberedName.Of(product.Hierarchy.Area),
            Group = NumberedName.Of(product.Hierarchy.Group),
            Department = product.Department,
            DepartmentName = department?.Name ?? product.Department.Text,
            Contact = department?.Contact,
            Responsible = product.Responsible,
        };
    }

    public static ImmutableArray<ReportLevel> Levels(Product product) =>
    [
        new ReportLevel(product.LevelNumber, product.Name, LevelKind.Product, null),
        .. product.Services.Select(service => new ReportLevel(
            service.Number,
            service.Name,
            service.Kind == ServiceKind.Internal ? LevelKind.InternalService : LevelKind.ExternalService,
            service.Description)),
    ];

    public static ProductDescription Description(Product product) => new()
    {
        TaskKind = product.TaskKind,
        Principal = product.Principal,
        ProductKind = product.ProductKind,
        Responsible = product.Responsible,
        Text = product.Description,
        LegalBasis = product.LegalBasis,
        TargetGroup = product.TargetGroup,
        Goals = [.. product.Goals.Select(ReportWords.GoalText)],
    };
}
