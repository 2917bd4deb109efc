using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>The real tool on the workspaces of the sample configurations, with every phase at work.</summary>
[TestClass]
public sealed class SampleProcessTests
{
    [TestMethod]
    [DataRow("reference-system")]
    [DataRow("dotnet-repository")]
    public void Apply_SaysWhatEachPhaseDid_ASecondOneNothing_AndUndoRestores(string name)
    {
        using LiveWorkspace live = Make(name);
        List<string> before = live.Files();

        ToolAnswer plan = live.Tidy("plan", "--verbose");
        List<string> unchanged = live.Everything();
        ToolAnswer verified = live.Json("verify");
        CollectionAssert.AreEqual(unchanged, live.Everything());
        ToolAnswer apply = live.Tidy("apply", "--allow-pending");
        List<string> after = live.Files();
        ToolAnswer second = live.Tidy("apply", "--allow-pending");

        plan.AssertExit(0);
        verified.AssertExit(1);
        CollectionAssert.AreEqual(
            "lock queue retry migrate root docs runs archive verify".Split(' '),
            plan.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')[0]).ToArray());
        StringAssert.Matches(apply.Out, new System.Text.RegularExpressions.Regex(@"^\d+ files moved \(.*\), .*2 files written", System.Text.RegularExpressions.RegexOptions.Multiline));
        StringAssert.Contains(second.Out, "Nothing to move.");
        CollectionAssert.AreEqual(after, live.Files());

        string history = live.Tidy("history", "--format", "json").Json.GetProperty("runs")[0].GetProperty("run_id").GetString()!;
        StringAssert.Contains(live.Tidy("history", history).Out, "archive/ARCHIVE_INDEX.json");
        live.Tidy("undo").AssertExit(0);
        CollectionAssert.AreEqual(before, live.Files());
    }

    [TestMethod]
    public void TheDuplicatesAndTheCompressedFiles_AreCountedByThemselves()
    {
        using LiveWorkspace live = Make("dotnet-repository");

        string summary = live.Tidy("plan").Out;

        StringAssert.Contains(summary, ", 2 duplicates to be removed, 3 empty folders to be removed, 2 files to be written, ");
        StringAssert.Contains(summary, " files to be compressed. Nothing was changed.");
    }

    [TestMethod]
    public void Repair_MakesWhatIsMissing_AndThenItIsTidy()
    {
        using LiveWorkspace live = Make("reference-system");

        live.Tidy("apply").AssertExit(3);
        live.Tidy("apply", "--repair").AssertExit(0);
        live.Tidy("verify", "--strict").AssertExit(0);

        Assert.AreEqual("# Build History\n", File.ReadAllText(live.At("docs/BUILD_HISTORY.md")));
        Assert.IsTrue(Directory.Exists(live.At("archive/superseded")));
    }

    /// <summary>What the kernel saw: each folder is opened once for all phases, and a folder that no phase looks at is not opened.</summary>
    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void APlan_OpensEachFolderOnce_AndNoneThatNoPhaseLooksAt()
    {
        using LiveWorkspace live = Make("dotnet-repository");
        using LiveWorkspace log = new();

        Programs.Run("strace", "-f", "-e", "trace=openat", "-o", log.At("calls"), ToolProcess.Host, "exec", ToolProcess.Dll, "plan", "--workspace", live.FullPath);

        string[] opened =
        [
            .. File.ReadLines(log.At("calls"))
                .Where(l => l.Contains("O_DIRECTORY", StringComparison.Ordinal) && l.Contains(live.FullPath, StringComparison.Ordinal) && !l.Contains("ENOENT", StringComparison.Ordinal))
                .Select(l => l.Split('"')[1][live.FullPath.Length..].TrimEnd('/')),
        ];
        string[] twice = [.. opened.GroupBy(o => o).Where(g => g.Count() > 1).Select(g => g.Key)];
        Assert.AreEqual("", string.Join(' ', twice));
        CollectionAssert.IsSubsetOf(new[] { "", "/docs", "/documentation", "/.autonomous_runs", "/archive", "/archive/diagnostics/logs" }, opened);
        Assert.IsFalse(opened.Any(o => o.StartsWith("/src", StringComparison.Ordinal) || o.StartsWith("/tests", StringComparison.Ordinal)), string.Join(' ', opened));
    }

    private static LiveWorkspace Make(string name)
    {
        LiveWorkspace live = new(File.ReadAllText(SampleFiles.Config(name)));
        RealWorkspace.Make(live.FullPath, SampleFiles.Listing(name));
        return live;
    }
}
