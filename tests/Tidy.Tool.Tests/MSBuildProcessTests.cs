using System.Diagnostics;
using System.Text.RegularExpressions;
using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>A real build that runs the tool with the Exec task and reads its lines.</summary>
[TestClass]
public sealed partial class MSBuildProcessTests
{
    [TestMethod]
    [DataRow("build", "")]
    [DataRow("msbuild", "")]
    [DataRow("build", "--format msbuild")]
    public void ABuild_HasTheFindingsAsItsOwn(string verb, string format)
    {
        using LiveWorkspace live = new("""{ "version": 1, "extends": ["dotnet"], "rules": [ { "id": "logs", "match": ["*.log", "copy*"], "to": "archive/logs/" } ] }""");
        live.Write("a b.log");
        live.Write("100% error.log");
        live.Write("copy (2)");
        live.Write("app.db");

        ToolAnswer build = BuildWith(live, verb, "verify " + format);

        build.AssertExit(1);
        Assert.AreEqual($"{live.At("100% error.log")} : Tidy error TIDY2001", Issue(build, "100% error.log"));
        Assert.AreEqual($"{live.At("a b.log")} : Tidy error TIDY2001", Issue(build, "a b.log"));
        Assert.AreEqual($"{live.At("copy (2)")}(1): Tidy error TIDY2001", Issue(build, "copy (2)"));
        Assert.AreEqual($"{live.At("app.db")} : Tidy warning TIDY2003", Issue(build, "app.db"));
        // The three, and one by Exec for the exit code.
        AssertCounts(build, warnings: 1, errors: 4);
        StringAssert.Contains(build.Out, "dotnet tidy verify: The workspace is not tidy: 3 files out of place");
        Assert.IsFalse(build.Out.Contains("::", StringComparison.Ordinal), build.Out);
    }

    [TestMethod]
    public void NotesAndTheLastLine_AreNoWarnings()
    {
        using LiveWorkspace live = new();
        live.Write("error X: warning Y: z.log");

        ToolAnswer build = BuildWith(live, "build", "plan");

        build.AssertExit(0);
        AssertCounts(build, warnings: 0, errors: 0);
        StringAssert.Contains(build.Out, "dotnet tidy plan: 1 file would move");
    }

    [TestMethod]
    public void AColonInAName_DoesNotHideTheFinding()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("Windows has no such names.");
        using LiveWorkspace live = new("""{ "version": 1, "extends": ["dotnet"] }""");
        live.Write("odd a: error B: c.db");

        ToolAnswer build = BuildWith(live, "build", "verify");

        build.AssertExit(0);
        AssertCounts(build, warnings: 1, errors: 0);
        StringAssert.Contains(build.Out, $"{live.At("odd a%3A error B%3A c.db")} : Tidy warning TIDY2003: ");
    }

    [TestMethod]
    public void TheSettingsOfTheBuild_Count()
    {
        using LiveWorkspace live = new("""{ "version": 1, "extends": ["dotnet"] }""");
        live.Write("app.db");

        AssertCounts(BuildWith(live, "build", "verify", "-nowarn:TIDY2003"), warnings: 0, errors: 0);
        BuildWith(live, "build", "verify", "-warnaserror:TIDY2003").AssertExit(1);
    }

    [TestMethod]
    public void TheTargetThatTheGuideShows_Works()
    {
        using LiveWorkspace live = new();
        live.Write("a.log");
        string target = Guides.Blocks(Guides.Read("ci.md"), "xml").Single();

        ToolAnswer build = Build(live, "build", $"""<Target Name="Build" />{target.Replace("dotnet tidy", Tool, StringComparison.Ordinal)}""");

        build.AssertExit(1);
        Assert.AreEqual($"{live.At("a.log")} : Tidy error TIDY2001", Issue(build, "a.log"));
    }

    private static string Tool => $"&quot;{ToolProcess.Host}&quot; exec &quot;{ToolProcess.Dll}&quot;";

    private static ToolAnswer BuildWith(LiveWorkspace live, string verb, string command, params string[] options) =>
        Build(live, verb, $"""<Target Name="Build"><Exec Command="{Tool} {command}" /></Target>""", options);

    /// <summary>On a GitHub machine, as far as the environment tells: its commands must not get into a build.</summary>
    private static ToolAnswer Build(LiveWorkspace live, string verb, string targets, params string[] options)
    {
        live.Write("run.proj", $"<Project>{targets}</Project>");
        ProcessStartInfo start = new("dotnet", [verb, "run.proj", "-nologo", "-tl:off", "-clp:Summary;Verbosity=normal", .. options])
        {
            WorkingDirectory = live.FullPath,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["GITHUB_ACTIONS"] = "true", ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0", ["DOTNET_NOLOGO"] = "1" },
        };
        // Left by a 'dotnet test' or a build that started us, they would bend this one.
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) && k != "MSBUILDDISABLENODEREUSE").ToArray())
            start.Environment.Remove(name);
        using ToolProcess build = ToolProcess.Start(start);
        return build.End();
    }

    /// <summary>What MSBuild says of a file in its list of warnings and errors, up to the code.</summary>
    private static string Issue(ToolAnswer build, string file)
    {
        string summary = build.Out[build.Out.LastIndexOf("Build FAILED.", StringComparison.Ordinal)..];
        return IssueLine().Matches(summary).Select(m => m.Groups[1].Value.Trim()).Single(l => l.Contains($"/{file}", StringComparison.Ordinal));
    }

    private static void AssertCounts(ToolAnswer build, int warnings, int errors)
    {
        StringAssert.Contains(build.Out, $"    {warnings} Warning(s)\n", build.ToString());
        StringAssert.Contains(build.Out, $"    {errors} Error(s)\n", build.ToString());
    }

    [GeneratedRegex(@"^(.* (?:warning|error) TIDY\d+): .*$", RegexOptions.Multiline)]
    private static partial Regex IssueLine();
}
