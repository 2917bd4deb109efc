using Tidy.Core.Journal;
using Tidy.Core.Planning;

namespace Tidy.Core.Tests;

/// <summary>Tracked files have moved, and git's index could not follow: the files are safe, and a later run completes it.</summary>
[TestClass]
public sealed class IndexDebtTests
{
    private const string Move =
        """
        { "git": { "tracked": "move" }, "archive": { "commit": true },
          "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" }, { "id": "old", "match": ["old/"], "to": "archive/" } ] }
        """;

    private const string Moved = "archive/logs/a.log\narchive/old/b.txt";

    [TestMethod]
    public void AnIndexThatIsLocked_CostsNothing_AndTheNextRunCompletesIt()
    {
        using Workbench bench = Repository();
        bench.Write(".git/index.lock", "");

        RunResult result = bench.Apply();

        Assert.AreEqual("a.log Moved; old Moved", string.Join("; ", result.Entries.Select(e => $"{e.Entry.Source} {e.Status}")));
        Finding finding = result.Findings.Single();
        Assert.AreEqual(Codes.IndexBehind, finding.Code);
        StringAssert.Contains(finding.Text, "index.lock");
        StringAssert.Contains(finding.Text, "git add -A -- a.log archive/logs/a.log old archive/old");
        Assert.AreEqual(ExitCode.Done, result.Exit);
        Assert.AreEqual("a.log\nold/b.txt", Index(bench));

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.AreEqual(Codes.IndexBehind, bench.Apply().Findings.Single().Code, "as long as it is locked");
        File.Delete(bench.At(".git/index.lock"));
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsEmpty(bench.Apply().Findings);
        Assert.AreEqual(Moved, Index(bench));
        Assert.IsFalse(bench.Exists($".autonomous_runs/tidy/{IndexDebts.Name}"));
    }

    [TestMethod]
    public void TheAdviceOfTheFinding_Works()
    {
        using Workbench bench = Repository();
        bench.Write(".git/index.lock", "");
        string remedy = bench.Apply().Findings.Single().Remedy!;
        File.Delete(bench.At(".git/index.lock"));

        string command = remedy[remedy.IndexOf("git add", StringComparison.Ordinal)..].TrimEnd('.');
        GitRepository.Git(bench.Root.FullPath, command.Split(' ')[1..]);

        Assert.AreEqual(Moved, Index(bench));
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsEmpty(bench.Apply().Findings);
        Assert.AreEqual(Moved, Index(bench));
    }

    [TestMethod]
    [DataRow("back", "a.log\narchive/old/b.txt")]
    [DataRow("on", "a.log\narchive/old/b.txt")]
    [DataRow("staged", "archive/logs/a.log\narchive/old/b.txt")]
    public void WhatSomebodyDidMeanwhile_IsNotTouched(string what, string index)
    {
        using Workbench bench = Repository();
        bench.Write(".git/index.lock", "");
        bench.Apply();
        File.Delete(bench.At(".git/index.lock"));
        if (what == "staged")
        {
            File.WriteAllText(bench.At("archive/logs/a.log"), "newer");
            GitRepository.Git(bench.Root.FullPath, "add", "-A", "--", "a.log", "archive/logs/a.log");
        }
        else
        {
            bench.Files.RenameNoReplace(bench.At("archive/logs/a.log"), bench.At(what == "back" ? "a.log" : "a.txt"));
        }

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        bench.Run(RunCommand.Retry);

        Assert.AreEqual(index, Index(bench));
        if (what == "staged")
            Assert.AreEqual("newer", GitRepository.Git(bench.Root.FullPath, "show", ":archive/logs/a.log"));
    }

    [TestMethod]
    public void AnUndoWhileTheIndexIsBehind_EndsWithTheIndexAsItWas()
    {
        using Workbench bench = Repository();
        bench.Write(".git/index.lock", "");
        bench.Apply();
        bench.Clock.Advance(TimeSpan.FromSeconds(1));

        RunResult undone = bench.Undo();
        Assert.IsTrue(bench.Exists("a.log") && bench.Exists("old/b.txt"));
        File.Delete(bench.At(".git/index.lock"));
        RunResult next = bench.Run(RunCommand.Retry);

        Assert.AreEqual(Codes.IndexBehind, undone.Findings.Single().Code);
        Assert.IsEmpty(next.Findings);
        Assert.AreEqual("a.log\nold/b.txt", Index(bench));
        Assert.AreEqual("", GitRepository.Git(bench.Root.FullPath, "status", "--porcelain", "-uno"));
    }

    [TestMethod]
    public void AnUndoWithoutGit_BringsTheFilesBack_AndTheNextRunTheIndex()
    {
        using Workbench bench = Repository();
        bench.Apply();
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        bench.Git = "no-such-git";

        RunResult undone = bench.Undo();

        Assert.AreEqual(Codes.IndexBehind, undone.Findings.Single().Code);
        Assert.IsTrue(bench.Exists("a.log") && bench.Exists("old/b.txt"));
        Assert.AreEqual(Moved, Index(bench));
        bench.Git = "git";
        bench.Run(RunCommand.Retry);
        Assert.AreEqual("a.log\nold/b.txt", Index(bench));
    }

    /// <summary>Between any two calls that write, the update of the index included: the run after it leaves files and index as one.</summary>
    [TestMethod]
    [DataRow(RunCommand.Apply)]
    [DataRow(RunCommand.Undo)]
    public void ARunThatDiesAtAnyCall_HasAnIndexThatFitsTheFiles(RunCommand command)
    {
        int calls = 0;
        for (bool hasDied = true; hasDied; calls++)
        {
            using Workbench bench = Repository();
            if (command == RunCommand.Undo)
                bench.Apply();
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            hasDied = bench.RunKilled(command, afterCalls: calls);
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            bench.Run(RunCommand.Retry);
            Assert.AreEqual("", GitRepository.Git(bench.Root.FullPath, "ls-files", "--deleted", "--others", "--exclude=.autonomous_runs"), $"after {calls} calls");
            Assert.AreEqual("", GitRepository.Git(bench.Root.FullPath, "diff", "--name-only"), $"after {calls} calls");
        }

        Assert.IsGreaterThan(10, calls);
    }

    [TestMethod]
    public void ARecoveryThatDiesAtAnyCall_ForgetsNoIndex()
    {
        int calls = 0;
        for (bool hasDied = true; hasDied; calls++)
        {
            using Workbench bench = Repository();
            bench.Files.OnFlush = path => path.EndsWith("logs", StringComparison.Ordinal) ? throw new DyingFiles.DiedException() : null;
            Assert.ThrowsExactly<DyingFiles.DiedException>(() => bench.Apply());
            bench.Files.OnFlush = _ => null;
            Assert.AreEqual("a.log\nold/b.txt", Index(bench), "it died after the moves and before git was told");
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            hasDied = bench.RunKilled(RunCommand.Apply, afterCalls: calls);
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            bench.Run(RunCommand.Retry);
            Assert.AreEqual(Moved, Index(bench), $"after {calls} calls");
        }

        Assert.IsGreaterThan(5, calls);
    }

    [TestMethod]
    public void ADebtThatIsDamaged_OrLeadsOut_IsForgotten()
    {
        using Workbench bench = Repository();
        bench.Apply();
        string path = bench.At($".autonomous_runs/tidy/{IndexDebts.Name}");
        foreach (string text in new[] { "", "nonsense\n", "00000000 {\"t\":\"index\",\"src\":\"../x\",\"dest\":\"y\"}\n" })
        {
            File.WriteAllText(path, text);
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.IsEmpty(bench.Apply().Findings);
        }
    }

    private static string Index(Workbench bench) => GitRepository.Git(bench.Root.FullPath, "ls-files");

    private static Workbench Repository()
    {
        Workbench bench = new(Move);
        bench.Write("a.log", "one\n");
        bench.Write("old/b.txt", "two\n");
        GitRepository.InitAndAdd(bench.Root.FullPath);
        GitRepository.Commit(bench.Root.FullPath);
        return bench;
    }
}
