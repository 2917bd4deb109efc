using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>What the real tool says and does about git.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class GitProcessTests
{
    private const string Move = """{ "git": { "tracked": "move" }, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" } ] }""";

    [TestMethod]
    [DataRow("plan")]
    [DataRow("apply")]
    [DataRow("verify")]
    public void WithoutGit_ThatIsSaidOnce_InEveryFormat_AndTheExitCodeIsGood(string command)
    {
        using LiveWorkspace live = Repository("a.log", "b.log");
        foreach (string format in new[] { "text", "json", "jsonl", "sarif", "github", "azure", "msbuild", "markdown" })
        {
            ToolAnswer answer = WithoutGit(live, command, "--format", format);
            Assert.AreEqual(0, answer.Exit, answer.ToString());
            string[] lines = [.. (answer.Out + answer.Error).Split('\n').Where(l => l.Contains("git is not installed", StringComparison.Ordinal))];
            Assert.HasCount(1, lines, $"{format}: {answer}");
        }

        Assert.IsTrue(live.Exists("a.log") && live.Exists("b.log"));
    }

    [TestMethod]
    public void WithoutGit_ExplainSaysIt()
    {
        using LiveWorkspace live = Repository("a.log");
        string said = WithoutGit(live, "explain", "a.log").Out;
        StringAssert.Contains(said, "git could not tell whether it is tracked");
        StringAssert.Contains(said, "TIDY2010");
        StringAssert.Contains(said, "git is not installed");
    }

    [TestMethod]
    public void TrackedFilesMove_AndComeBack_InTheIndexToo()
    {
        using LiveWorkspace live = Repository("a.log");
        GitRepository.Commit(live.FullPath);

        live.Tidy("apply").AssertExit(0);
        Assert.AreEqual("R  a.log -> archive/logs/a.log", Status(live));
        live.Tidy("undo").AssertExit(0);
        Assert.AreEqual("", Status(live));
    }

    [TestMethod]
    public void WhereTheIndexIsLocked_TheMessageSaysWhatToRun()
    {
        using LiveWorkspace live = Repository("a.log");
        GitRepository.Commit(live.FullPath);
        live.Write(".git/index.lock", "");

        ToolAnswer answer = live.Tidy("apply");

        answer.AssertExit(0);
        StringAssert.Contains(answer.Out + answer.Error, "TIDY2020");
        StringAssert.Contains(answer.Out + answer.Error, "git add -A -f -- a.log archive/logs/a.log");
        File.Delete(live.At(".git/index.lock"));
        GitRepository.Git(live.FullPath, "add", "-A", "-f", "--", "a.log", "archive/logs/a.log");
        Assert.AreEqual("R  a.log -> archive/logs/a.log", Status(live), "though the archive that Tidy made is ignored");
    }

    [TestMethod]
    public void WhatGitIgnores_SaysHowItCouldMove()
    {
        using LiveWorkspace live = Repository();
        live.Write("archive/readme.md");
        live.Write(".gitignore", "/secret.log\n");
        live.Write("secret.log");

        ToolAnswer answer = live.Tidy("apply", "--verbose");

        StringAssert.Contains(string.Join(' ', (answer.Out + answer.Error).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), "(for all of the folder: '/archive/logs/'), or choose another 'to'");
        Assert.IsTrue(live.Exists("secret.log"));
    }

    /// <summary>On a PATH without anything on it.</summary>
    private static ToolAnswer WithoutGit(LiveWorkspace live, params string[] args)
    {
        System.Diagnostics.ProcessStartInfo start = ToolProcess.StartInfo(live.FullPath, args);
        start.Environment["PATH"] = live.At("no-such-folder");
        using ToolProcess tool = ToolProcess.Start(start);
        return tool.End();
    }

    private static string Status(LiveWorkspace live) => GitRepository.Git(live.FullPath, "status", "--porcelain", "-uno");

    private static LiveWorkspace Repository(params string[] files)
    {
        LiveWorkspace live = new(Move);
        GitRepository.InitAndAdd(live.FullPath);
        foreach (string file in files)
            live.Write(file);
        return live;
    }
}
