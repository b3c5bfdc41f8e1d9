namespace Produktreport.Core.Tests.Pdf;

public sealed class PageImageTests
{
    [Theory]
    [InlineData(2, "report")]
    [InlineData(3, "charts")]
    public void ThePage_LooksAsApproved(int page, string name) =>
        Approval.VerifyLook(SampleDocument.Write(), page, dotsPerInch: 60, name);
}
