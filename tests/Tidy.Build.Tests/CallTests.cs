using Tidy.Build.Calls;

namespace Tidy.Build.Tests;

[TestClass]
public sealed class CallTests : IDisposable
{
    private readonly BuildFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    [DataRow(false, false, false, TidyMode.Report, DisplayName = "first install")]
    [DataRow(false, true, true, TidyMode.Report, DisplayName = "no tidy.json, in CI")]
    [DataRow(true, false, false, TidyMode.Report, DisplayName = "nobody ran Tidy in this clone")]
    [DataRow(true, false, true, TidyMode.Apply, DisplayName = "a person ran Tidy in this clone")]
    [DataRow(true, true, true, TidyMode.Verify, DisplayName = "CI")]
    public void Mode_NotGiven_IsCareful(bool hasConfig, bool isCi, bool hasConsent, object expected)
    {
        if (hasConfig)
            folder.Write("tidy.json", "{}");
        if (hasConsent)
            folder.Write(".autonomous_runs/tidy/build-consent");

        Assert.IsTrue(ModeChoice.TryDecide("", folder.Workspace, isCi, out TidyMode mode));
        Assert.AreEqual((TidyMode)expected, mode);
    }

    [TestMethod]
    [DataRow("apply", TidyMode.Apply)]
    [DataRow("Verify", TidyMode.Verify)]
    [DataRow("OFF", TidyMode.Off)]
    public void Mode_Given_IsTaken(string given, object expected)
    {
        Assert.IsTrue(ModeChoice.TryDecide(given, folder.Workspace, isCi: true, out TidyMode mode));
        Assert.AreEqual((TidyMode)expected, mode);
    }

    [TestMethod]
    [DataRow("aply")]
    [DataRow("3")]
    [DataRow("apply,verify")]
    public void Mode_NoneOfTheWords_IsRefused(string given) => Assert.IsFalse(ModeChoice.TryDecide(given, folder.Workspace, isCi: false, out _));

    [TestMethod]
    public void Root_NearestConfigurationButNotAboveGit_IsTheWorkspace()
    {
        folder.Write("tidy.json");
        folder.Write("repo/.git/HEAD");
        folder.Write("repo/src/App/App.csproj");
        folder.Write("repo/tools/tidy.json");
        folder.Write("repo/tools/T/T.csproj");
        folder.Write("worktree/.git", "gitdir: elsewhere");

        Assert.AreEqual(At("repo"), BuildWorkspace.FindRoot(At("repo/src/App"), null, null));
        Assert.AreEqual(At("repo/tools"), BuildWorkspace.FindRoot(At("repo/tools/T"), "", ""));
        Assert.AreEqual(At("worktree"), BuildWorkspace.FindRoot(At("worktree"), null, null));
    }

    [TestMethod]
    public void Root_UnderNoVersionControl_IsTheSolutionsFolderOrNone()
    {
        string project = At("src/App");

        Assert.AreEqual(folder.Root, BuildWorkspace.FindRoot(project, null, folder.Root));
        Assert.IsNull(BuildWorkspace.FindRoot(project, null, "*Undefined*"));
        Assert.IsNull(BuildWorkspace.FindRoot(project, null, null));
        Assert.AreEqual(folder.Root, BuildWorkspace.FindRoot(project, "../..", null));
    }

    [TestMethod]
    public void Arguments_OfEachHook_AreThatCommand()
    {
        string before = folder.Call(BuildHook.BeforeBuild).Arguments(reportFile: null);
        string after = new BuildCall(BuildHook.AfterBuild, TidyMode.Apply, folder.Workspace) { ToolPath = "/t/dotnet-tidy.dll", MinimumAge = "5m", Phases = "retry;root" }.Arguments("/r.json");
        string onDemand = folder.Call(BuildHook.OnDemand).Arguments(reportFile: null);

        StringAssert.StartsWith(before, $"exec /tool/dotnet-tidy.dll retry --workspace {folder.Root} --format jsonl --build-gate retry ");
        StringAssert.Contains(after, " apply ");
        StringAssert.EndsWith(after, "--automatic --min-age 5m --phase retry,root --report /r.json");
        Assert.IsFalse(onDemand.Contains("--automatic", StringComparison.Ordinal), onDemand);
        StringAssert.Contains(folder.Call(BuildHook.AfterBuild, TidyMode.Report).Arguments(null), " plan ");
        StringAssert.Contains(folder.Call(BuildHook.OnDemand, TidyMode.Verify).Arguments(null), " verify ");
    }

    [TestMethod]
    [DataRow("plain", "plain")]
    [DataRow("", "\"\"")]
    [DataRow("a b", "\"a b\"")]
    [DataRow(@"C:\dir\", @"C:\dir\")]
    [DataRow(@"C:\my dir\", @"""C:\my dir\\""")]
    [DataRow("a\"b", "\"a\\\"b\"")]
    [DataRow("a\\\"b", "\"a\\\\\\\"b\"")]
    public void Quote_AWord_IsOneArgumentAgain(string word, string expected) => Assert.AreEqual(expected, CommandLine.Quote(word));

    private string At(string relative) => Path.Combine(folder.Root, relative);
}
