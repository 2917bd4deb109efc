using Moq;
using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Explaining;
using Tidy.Core.Git;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Tool.Tests;

[TestClass]
public sealed class ExplainCommandTests
{
    private static readonly Rule Logs = Rule("logs", "a log is read once");

    private static readonly Explanation Protected = new()
    {
        Path = ExplainedPath.Parse("run.log"),
        Kind = FileKind.File,
        Phase = "root",
        Rules =
        [
            new RuleVerdict(Rule("dumps", null), null, RuleVerdict.NoPattern),
            new RuleVerdict(Rule("large", null), "*.log", "it has 5 bytes, fewer than 1000000"),
            new RuleVerdict(Rule("folders", null), null, "'run.log/' is for folders, and this is a file"),
            new RuleVerdict(Logs, "*.log", null),
            new RuleVerdict(Rule("traces", null), null, RuleVerdict.NoPattern),
        ],
        Decides = Logs,
        Protections = ["tracked by git", "named by 'App.csproj'"],
        Git = new GitAnswer(GitState.Tracked, null, WasAsked: true),
        Age = new AgeAnswer(FixedClock.Now.AddHours(-3), TimeSpan.FromHours(1), TimeSpan.FromHours(24)),
        Destination = new DestinationAnswer(WorkspacePath.Parse("archive/logs/run_20261101-000000.log"), ConflictMode.Rename, DestinationFate.Renamed),
        Entry = new PlanEntry { Source = WorkspacePath.Parse("run.log"), Phase = "root", Rule = "logs", Status = EntryStatus.Protected, Message = "tracked by git" },
        Findings = [new Finding(Codes.Reported, FindingLevel.Warning, "run.log", "Odd.")],
        Advice = [new Advice(AdviceAim.Move, "let rules move what git tracks, too") { Line = ConfigLine.MoveTracked }],
    };

    private static readonly Explanation Waiting = new()
    {
        Path = ExplainedPath.Parse("run.log"),
        Kind = FileKind.File,
        Phase = "root",
        Git = new GitAnswer(null, "not asked: nothing in the workspace would move", WasAsked: false),
        Pending = Samples.Item,
        Advice =
        [
            new Advice(AdviceAim.Try, null) { Commands = ["dotnet tidy retry a1b2c3d4e5f60718"] },
            new Advice(AdviceAim.Stay, null) { Line = ConfigLine.Allow("run.log"), Commands = ["dotnet tidy init"] },
        ],
    };

    [TestMethod]
    public void WhatIsProtected_IsToldInFull() => Golden.AreEqual("explain.txt", Said(Protected));

    [TestMethod]
    public void RulesAboutOtherNames_AreNamedWhenAsked() => Golden.AreEqual("explain-verbose.txt", Said(Protected, "--verbose"));

    [TestMethod]
    public void WhatWaits_IsToldWithItsQueueEntry() => Golden.AreEqual("explain-queued.txt", Said(Waiting));

    [TestMethod]
    public void TheJson_HasAllOfIt() => Golden.AreEqual("explain.json", Said(Protected, "--format", "json"));

    [TestMethod]
    [DataRow("../x")]
    [DataRow("/etc/hosts")]
    public void APathOutside_IsRefused(string path)
    {
        using var tool = new ToolRun();
        Assert.AreEqual(ExitCode.Usage, tool.In("explain", path, "--quiet"));
        StringAssert.StartsWith(tool.Error, "error TIDY9003: ");
    }

    /// <summary>In the words of a person, who pastes what the tool prints where it says.</summary>
    [TestMethod]
    public void TheLineItPrints_IsPasted_AndTheAnswerIsTheOtherOne()
    {
        using LiveWorkspace live = new("{}");
        File.Delete(live.At("tidy.json"));
        live.Write("build.log");
        string[] lines = live.Tidy("explain", "build.log").Out.Split('\n');
        Assert.AreEqual("  would move to archive/diagnostics/logs/build.log: a log is read once, if ever", lines[1]);
        int at = Array.IndexOf(lines, "  in tidy.json, at the beginning of the list \"root.allow\"");
        Assert.AreEqual("  dotnet tidy init", lines[at - 1]);

        live.Tidy("init", "--yes").AssertExit(0);
        live.Write("tidy.json", File.ReadAllText(live.At("tidy.json")).Replace("\"allow\": [", $"\"allow\": [\n{lines[at + 1]}", StringComparison.Ordinal));

        Assert.IsEmpty(live.Json("plan").Entries);
        ToolAnswer answer = live.Tidy("explain", "build.log");
        answer.AssertExit(0);
        StringAssert.Contains(answer.Out, "\n  stays: root.allow has 'build.log' (why it belongs here)\n");
    }

    [TestMethod]
    [DataRow(".", ".", "stays: it is the workspace itself, and no run moves that")]
    [DataRow("sub/..", ".", "stays: it is the workspace itself, and no run moves that")]
    [DataRow(".git", ".git", "stays: the path touches '.git', and no run moves that")]
    [DataRow("sub", "sub", "stays: no rule names it")]
    [DataRow("sub/a.log", "sub/a.log", "stays: no phase looks at it, for it lies below the root")]
    [DataRow("none.log", "none.log", "does not exist; of that name the rule 'logs' would decide")]
    [DataRow("to-sub", "to-sub", "stays: no rule names it")]
    [DataRow("a.log", "a.log", "would move to archive/logs/a.log: the rule 'logs' says so")]
    [DataRow("tidy.json", "tidy.json", "stays: the tool, git or the configuration need it")]
    public void AnyPath_IsAnswered_AndNothingIsWritten(string path, string text, string verdict)
    {
        using LiveWorkspace live = new();
        live.Write(".git/HEAD", "ref: refs/heads/main");
        Directory.CreateDirectory(live.At(".git/objects"));
        Directory.CreateDirectory(live.At(".git/refs"));
        live.Write("sub/a.log");
        live.Write("a.log");
        Directory.CreateSymbolicLink(live.At("to-sub"), "sub");
        List<string> before = live.Everything();

        ToolAnswer answer = live.Json("explain", path);

        answer.AssertExit(0);
        Assert.AreEqual((text, verdict), (answer.Json.GetProperty("path").GetString(), answer.Json.GetProperty("verdict").GetString()));
        CollectionAssert.AreEqual(before, live.Everything());
    }

    [TestMethod]
    public void APathIsMeant_AsSeenFromTheCurrentFolder()
    {
        using LiveWorkspace live = new();
        live.Write("sub/a.log");
        ToolAnswer answer = ToolProcess.Run(live.At("sub"), "explain", "a.log", "--format", "json");
        Assert.AreEqual("sub/a.log", answer.Json.GetProperty("path").GetString());
    }

    private static string Said(Explanation explanation, params string[] options)
    {
        using var tool = new ToolRun();
        tool.Engine.Setup(e => e.Explain(It.IsAny<WorkspaceRoot>(), It.IsAny<TidyConfig>(), ExplainedPath.Parse("run.log"))).Returns(explanation);
        Assert.AreEqual(ExitCode.Done, tool.In(["explain", "run.log", "--quiet", .. options]));
        return tool.Out;
    }

    private static Rule Rule(string id, string? reason) => new() { Id = id, Match = ["*.log"], To = "archive/logs/", Reason = reason };
}
