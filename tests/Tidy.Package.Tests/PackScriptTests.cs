using System.Diagnostics;

namespace Tidy.Package.Tests;

[TestClass]
public class PackScriptTests
{
    [TestMethod]
    public void Help_SaysEachOption()
    {
        Answer answer = PackScript.Run(PackScript.In(Sources.Folder), "--help").WithExit(0);

        foreach (string option in new[] { "--output DIR", "--version VERSION", "--rids \"RID ...\"" })
            Assert.Contains(option, answer.Out);
    }

    [TestMethod]
    [DataRow("--output DIR is missing")]
    [DataRow("--output needs a value", "--output")]
    [DataRow("'--outptu' is no option", "--outptu", "x")]
    [DataRow("--version '1.0' is no version", "--output", "never", "--version", "1.0")]
    [DataRow("--rids: 'linux;x64' is none", "--output", "never", "--rids", "any linux;x64")]
    public void WrongUse_EndsWith2AndSaysWhat(string message, params string[] arguments)
    {
        using var folder = new TemporaryFolder();

        Answer answer = PackScript.Run(PackScript.In(folder.FullPath), arguments).WithExit(2);

        Assert.Contains(message, answer.Error);
        Assert.IsEmpty(Directory.GetFileSystemEntries(folder.FullPath));
    }

    [TestMethod]
    public void PackedAgain_ElsewhereAndAsInCi_GivesTheSameBytes()
    {
        using var folder = new TemporaryFolder();
        string? ci = Environment.GetEnvironmentVariable("CI") == "true" ? null : "true";

        Answer answer = PackScript.Pack(PackScript.In(folder.FullPath).Set("CI", ci).Set("TZ", "Asia/Tokyo"), "--output", "out", "--rids", "any");

        string again = folder.At($"out/dotnet-tidy.any.{Sources.Version}.nupkg");
        Assert.Contains(again, answer.Out);
        CollectionAssert.AreEqual(File.ReadAllBytes(LocalFeed.Shared.Package("dotnet-tidy.any")), File.ReadAllBytes(again));
    }

    [TestMethod]
    public void Version_Given_IsThatOfPackagesAssembliesAndTargets()
    {
        string version = LocalFeed.OtherVersion.Version;
        using var package = new PackageFile(LocalFeed.OtherVersion.Package("Tidy.Build"));
        using var folder = new TemporaryFolder();
        package.ExtractTo(folder.FullPath);

        Assert.Contains($"<TidyVersion>{version}</TidyVersion>", File.ReadAllText(folder.At("build/Tidy.Version.props")));
        Assert.StartsWith(version, FileVersionInfo.GetVersionInfo(folder.At("tasks/netstandard2.0/Tidy.Build.dll")).ProductVersion!);
        Assert.StartsWith(version, FileVersionInfo.GetVersionInfo(folder.At("tools/net10.0/any/dotnet-tidy.dll")).ProductVersion!);
    }
}
