using System.Runtime.InteropServices;

namespace Tidy.Package.Tests;

/// <summary>The tool installed from a feed in each way that .NET has, and used. Nothing of the person's own installation is touched.</summary>
[TestClass]
public class InstallTests
{
    [TestMethod]
    public void ToolPath_Installed_WorksAndIsTheOneForThisMachine()
    {
        using var place = new Installation(LocalFeed.Shared);

        place.Run("tool", "install", "dotnet-tidy", "--tool-path", "tools").WithExit(0);

        bool isCompiledAhead = OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;
        AssertInstalled(place, LocalFeed.Shared, isCompiledAhead ? "linux-x64" : "any");
        Check(place, LocalFeed.Shared, at => place.In(place.Folder.At("tools/dotnet-tidy"), at));
    }

    [TestMethod]
    public void ToolPath_InstalledOnAMachineThatNothingIsCompiledFor_WorksToo()
    {
        using var place = new Installation(LocalFeed.OtherVersion);

        place.Run("tool", "install", "dotnet-tidy", "--prerelease", "--tool-path", "tools").WithExit(0);

        AssertInstalled(place, LocalFeed.OtherVersion, "any");
        Check(place, LocalFeed.OtherVersion, at => place.In(place.Folder.At("tools/dotnet-tidy"), at));
    }

    [TestMethod]
    public void Global_Installed_WorksAsDotnetTidy()
    {
        using var place = new Installation(LocalFeed.Shared);

        place.Run("tool", "install", "--global", "dotnet-tidy").WithExit(0);

        string tools = Path.Combine(place.Home, ".dotnet/tools");
        Assert.IsNotEmpty(Directory.GetFiles(tools, "dotnet-tidy*"), "The tool is not in the home of this test.");
        string path = tools + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        Check(place, LocalFeed.Shared, at => place.In(DotNet.Program, at).Set("PATH", path), "tidy");
    }

    [TestMethod]
    public void Manifest_InstalledAndRestored_WorksAsDotnetTidy()
    {
        using var place = new Installation(LocalFeed.Shared);

        place.Run("new", "tool-manifest").WithExit(0);
        place.Run("tool", "install", "dotnet-tidy").WithExit(0);
        place.Run("tool", "restore").WithExit(0);

        Check(place, LocalFeed.Shared, at => place.In(DotNet.Program, at), "tidy");
    }

    [TestMethod]
    public void ToolExec_WithoutInstalling_Works()
    {
        using var place = new Installation(LocalFeed.Shared);

        Check(place, LocalFeed.Shared, at => place.In(DotNet.Program, at), "tool", "exec", "dotnet-tidy", "--yes", "--");
    }

    private static void AssertInstalled(Installation place, LocalFeed feed, string rid) =>
        Assert.IsTrue(Directory.Exists(place.Folder.At($"tools/.store/dotnet-tidy/{feed.Version}/dotnet-tidy.{rid}")), rid);

    /// <summary>Uses the tool by a program and the arguments in front of the tool's own.</summary>
    private static void Check(Installation place, LocalFeed feed, Func<string, Command> program, params string[] before)
    {
        RealUse.Check(place.Folder, feed.Version, Tidy);
        RealUse.CheckDashboard(place.Folder, Tidy);

        Answer Tidy(string at, string[] arguments) => program(at).Run([.. before, .. arguments]);
    }
}
