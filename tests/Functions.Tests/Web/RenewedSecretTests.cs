using Microsoft.Extensions.Logging.Abstractions;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Tests.Web;

/// <summary>
/// Secrets in the older form of <c>zugang.json</c>: they let in as ever, and are kept in the form of today afterwards.
/// </summary>
public sealed class RenewedSecretTests : IDisposable
{
    private const string Password = "ein-langes-Kennwort";
    private const string Older = "pbkdf2-sha256$600000$AAECAwQFBgcICQoLDA0ODw==$eVeWKUkFGe8YS4Nk2RFCQ9VKUwfNsc34Nls9zs6kyqQ=";

    private static readonly DateTimeOffset Now = new(2026, 11, 29, 8, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-geheimnis-");
    private readonly AccessBook book;

    public RenewedSecretTests()
    {
        Write(new Access("eva", "controlling", [], Older), new Access("max", "fachamt", ["bauamt"], Older));
        book = new AccessBook(new AccessMode.ByFile(Path), new WebLimits(), NullLogger<AccessBook>.Instance);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Path => System.IO.Path.Combine(folder.FullName, AccessFile.Name);

    public void Dispose()
    {
        book.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task ASecretOfTheOlderForm_LetsIn_AndIsKeptAnew()
    {
        var mark = await Enter();
        Assert.NotEqual(Older, Kept("eva"));
        Assert.Equal(mark, book.Find("eva")!.Value.Mark);
        Assert.Equal(mark, await Enter());
    }

    [Fact]
    public async Task WhatElseTheFileSays_Stays()
    {
        var before = Stored();
        await Enter();
        var after = Stored();
        Assert.Equal(before.IsPublic, after.IsPublic);
        Assert.Equal(["eva", "max"], after.Accesses.Select(access => access.Name));
        Assert.Equal(("controlling", "fachamt"), (after.Find("eva")!.RoleWord, after.Find("max")!.RoleWord));
        Assert.Equal(["bauamt"], after.Find("max")!.DepartmentTexts);
        Assert.Equal(Older, Kept("max"));
        Assert.Equal([AccessFile.Name, AccessFile.Name + ".sperre"],
            Directory.GetFiles(folder.FullName).Select(System.IO.Path.GetFileName).Order());
    }

    [Fact]
    public async Task AWrongSecret_ChangesNothing()
    {
        Assert.IsType<SignInOutcome.Refused>(await Verify("ein-anderes-Kennwort"));
        Assert.Equal(Older, Kept("eva"));
    }

    [Fact]
    public async Task ASecretOfTodaysForm_IsNotWrittenAgain()
    {
        await Enter();
        var bytes = await File.ReadAllBytesAsync(Path, Cancellation);
        using var another = new AccessBook(new AccessMode.ByFile(Path), new WebLimits(), NullLogger<AccessBook>.Instance);
        Assert.IsType<SignInOutcome.Admitted>(await another.Verify("eva", Password, "", Now, Cancellation));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Path, Cancellation));
    }

    [Fact]
    public async Task AReadOnlyFile_LetsIn_AndStays()
    {
        File.SetAttributes(Path, FileAttributes.ReadOnly);
        var mark = await Enter();
        Assert.Equal(Older, Kept("eva"));
        Assert.Equal(mark, book.Find("eva")!.Value.Mark);
        File.SetAttributes(Path, FileAttributes.Normal);
    }

    [Fact]
    public async Task AFileThatSomebodyElseIsChanging_LetsIn_AndIsKeptAnewNextTime()
    {
        var lockPath = Path + ".sperre";
        await using (new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            await Enter();
            Assert.Equal(Older, Kept("eva"));
        }

        using var another = new AccessBook(new AccessMode.ByFile(Path), new WebLimits(), NullLogger<AccessBook>.Instance);
        Assert.IsType<SignInOutcome.Admitted>(await another.Verify("eva", Password, "", Now, Cancellation));
        Assert.NotEqual(Older, Kept("eva"));
    }

    [Fact]
    public async Task SignInsAtOnce_AllComeIn_AndEndWithTheFileAsItIs()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Verify(Password)));
        await Verify(Password);
        var marks = outcomes.Select(outcome => Assert.IsType<SignInOutcome.Admitted>(outcome).Mark);
        Assert.Equal(book.Find("eva")!.Value.Mark, marks.Last());
        Assert.NotEqual(Older, Kept("eva"));
        Assert.Equal(2, Stored().Accesses.Length);
    }

    [Fact]
    public void AnAccessThatChangedMeanwhile_IsNotOverwritten()
    {
        var stale = Stored().Find("eva")!;
        var accesses = new StoredAccesses(folder.FullName);
        accesses.Add("eva", Role.Reader, [], "ein-neues-Kennwort");
        var changed = Kept("eva");
        accesses.Renew(stale, Password);
        Assert.Equal((changed, "leser"), (Kept("eva"), Stored().Find("eva")!.RoleWord));
    }

    [Fact]
    public void ARemovedAccess_DoesNotComeBack()
    {
        var stale = Stored().Find("eva")!;
        var accesses = new StoredAccesses(folder.FullName);
        accesses.Remove("eva");
        accesses.Renew(stale, Password);
        Assert.Null(Stored().Find("eva"));
    }

    [Theory]
    [InlineData("pbkdf2-sha256$600000$AAECAwQFBgcICQoLDA0ODw==$kurz")]
    [InlineData("pbkdf2-sha256$2000000000$AAECAwQFBgcICQoLDA0ODw==$AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    [InlineData("AQAAAAJ3NZQAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AA==")]
    [InlineData("geheim")]
    [InlineData("")]
    [InlineData(null)]
    public void WhatIsNoKeptSecret_OrTakesTooLongToCheck_IsNone(string? text) => Assert.False(Secret.IsKept(text));

    private async Task<string> Enter() => Assert.IsType<SignInOutcome.Admitted>(await Verify(Password)).Mark;

    private Task<SignInOutcome> Verify(string secret) => book.Verify("eva", secret, "203.0.113.7", Now, Cancellation);

    private AccessFile Stored() => AccessFile.Read(File.ReadAllBytes(Path));

    private string Kept(string name) => Stored().Find(name)!.KeptSecret;

    private void Write(params Access[] accesses) =>
        File.WriteAllBytes(Path, new AccessFile(IsPublic: true, [.. accesses]).Write());
}
