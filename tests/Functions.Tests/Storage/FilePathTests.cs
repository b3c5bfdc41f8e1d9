using CsCheck;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Tests.Storage;

public sealed class FilePathTests
{
    [Theory]
    [InlineData("buero-landrat/2026-q3.csv")]
    [InlineData("straße/Straßen & Wege #1 100%.csv")]
    [InlineData("a/b/c/d.csv")]
    [InlineData("personal/Übersicht 😀.csv")]
    public void OrdinaryNames_ArePaths(string text)
    {
        Assert.True(FilePath.TryParse(text, out var path));
        Assert.Equal(text, path.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("../geheim")]
    [InlineData("a/../../geheim")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("a/./b")]
    [InlineData("a\\..\\b")]
    [InlineData("C:/windows")]
    [InlineData("a/b.csv:strom")]
    [InlineData("a/b.csv ")]
    [InlineData("a/b.csv.")]
    [InlineData("a/b\0.csv")]
    [InlineData("a/b\n.csv")]
    [InlineData("a/\ud800.csv")]
    public void WhatCouldLeaveItsArea_IsNoPath(string text) => Assert.False(FilePath.TryParse(text, out _));

    [Theory]
    [InlineData(255, 0, true)]
    [InlineData(256, 0, false)]
    [InlineData(240, 15, true)]
    [InlineData(241, 15, false)]
    public void ASegment_HasAsManyBytesAsAFileSystemTakes(int bytes, int spare, bool expected)
    {
        Assert.Equal(expected, FilePath.TryParse("a/" + new string('x', bytes), out _, spare));
        Assert.Equal(expected,
            FilePath.TryParse(new string('\u00e4', bytes / 2) + new string('x', bytes % 2) + "/b", out _, spare));
    }

    [Fact]
    public void AnyPathThatParses_StaysBelowItsFolder() => Gen.String[Gen.Char["ab./\\: ~\u00e4\0"], 0, 12].Sample(text =>
    {
        if (!FilePath.TryParse(text, out var path))
            return true;
        var root = Path.GetFullPath("/wurzel/eingang");
        return Path.GetFullPath(Path.Combine([root, .. path.Text.Split('/')])).StartsWith(root + "/", StringComparison.Ordinal);
    });
}
