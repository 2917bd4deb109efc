using Tidy.Core.Git;
using Tidy.Core.Planning;

namespace Tidy.Core.Tests;

/// <summary><c>"tracked": "move"</c>: the file moves, and git's index follows as <c>git mv</c> would have it.</summary>
[TestClass]
public sealed class TrackedMoveTests
{
    private const string Move =
        """
        { "git": { "tracked": "move" }, "archive": { "commit": true },
          "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" }, { "id": "old", "match": ["old*/"], "to": "archive/" } ] }
        """;

    [TestMethod]
    public void AFileThatIsCommitted_IsRenamedInTheIndex()
    {
        using Workbench bench = Repository("a.log", "b c ü.log");

        RunResult result = bench.Apply();

        Assert.IsEmpty(result.Findings);
        Assert.AreEqual("R  a.log -> archive/logs/a.log\nR  b c ü.log -> archive/logs/b c ü.log", Status(bench));
    }

    [TestMethod]
    public void WhatIsStagedStaysStaged_AndWhatIsNotStaysSo()
    {
        using Workbench bench = Repository("a.log");
        bench.Write("a.log", "staged\n");
        GitRepository.Git(bench.Root.FullPath, "add", "a.log");
        bench.Write("a.log", "changed since\n");

        bench.Apply();

        Assert.AreEqual("D  a.log\nAM archive/logs/a.log", Status(bench));
        Assert.AreEqual("staged", GitRepository.Git(bench.Root.FullPath, "show", ":archive/logs/a.log"));
        Assert.AreEqual("changed since\n", File.ReadAllText(bench.At("archive/logs/a.log")));
    }

    /// <summary>What git says of a tree after this is what it says after its own command.</summary>
    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void AFolderWithModesLinksAndChanges_IsAsGitMvLeavesIt()
    {
        string[] after = [.. new[] { false, true }.Select(byGit =>
        {
            using Workbench bench = Repository("old/a.txt", "old/deep/b.txt", "old/run.sh", "old-side/c.txt");
            File.CreateSymbolicLink(bench.At("old/link"), "a.txt");
            File.SetUnixFileMode(bench.At("old/run.sh"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            GitRepository.Commit(bench.Root.FullPath);
            bench.Write("old/a.txt", "changed");
            bench.Write("old/new.txt");
            bench.Write("keep/x.txt");
            if (byGit)
                GitRepository.Git(Directory.CreateDirectory(bench.At("archive")).Parent!.FullName, "mv", "old", "old-side", "archive/");
            else
                Assert.AreEqual("old Moved; old-side Moved", Summary(bench.Apply()));
            return GitRepository.Git(bench.Root.FullPath, "ls-files", "--stage", "--cached", "--others", "--exclude-standard") + "\n" + Status(bench);
        })];
        Assert.AreEqual(after[1], after[0]);
        StringAssert.Contains(after[0], "archive/old/run.sh");
    }

    [TestMethod]
    public void BelowTheTopOfTheRepository_TheIndexFollowsThereToo()
    {
        using TemporaryWorkspace repository = new();
        repository.Write("part/one/a.log", "a");
        repository.Write("a.log", "another");
        GitRepository.InitAndAdd(repository.FullPath);
        GitRepository.Commit(repository.FullPath);
        using Workbench bench = new(Move);

        RunResult result = bench.Run(RunCommand.Apply, r => r with { Root = Tidy.Core.Workspaces.WorkspaceRoot.At(repository.At("part/one")) });

        Assert.IsEmpty(result.Findings);
        Assert.AreEqual("R  part/one/a.log -> part/one/archive/logs/a.log", GitRepository.Git(repository.FullPath, "status", "--porcelain", "-uno"));
    }

    [TestMethod]
    public void WhereTheRepositoryNamesItsWorkTree_TheFileStays()
    {
        using TemporaryWorkspace around = new();
        around.Write("part/a.log");
        GitRepository.InitAndAdd(around.At("part"), "a.log");
        GitRepository.Git(around.At("part"), "config", "core.worktree", around.FullPath);
        GitRepository.Git(around.At("part"), "add", "a.log");
        using Workbench bench = new(Move);

        RunResult result = bench.Run(RunCommand.Apply, r => r with { Root = Tidy.Core.Workspaces.WorkspaceRoot.At(around.At("part")) });

        Assert.AreEqual("tracked by git in a work tree that core.worktree names", result.Entries.Single().Message);
    }

    [TestMethod]
    public void InAWorktree_AndInASubmodule_TheirOwnIndexFollows()
    {
        using Workbench bench = Repository("a.log");
        using TemporaryWorkspace elsewhere = new();
        GitRepository.Git(bench.Root.FullPath, "worktree", "add", "-q", elsewhere.At("tree"));
        GitRepository.Git(elsewhere.FullPath, "init", "-q", "super");
        GitRepository.Git(elsewhere.At("super"), "-c", "protocol.file.allow=always", "submodule", "add", "-q", bench.Root.FullPath, "module");
        foreach (string place in new[] { "tree", "super/module" })
        {
            RunResult result = bench.Run(RunCommand.Apply, r => r with { Root = Tidy.Core.Workspaces.WorkspaceRoot.At(elsewhere.At(place)) });
            Assert.IsEmpty(result.Findings, place);
            Assert.AreEqual("R  a.log -> archive/logs/a.log", GitRepository.Git(elsewhere.At(place), "status", "--porcelain", "-uno"), place);
        }

        Assert.AreEqual("", Status(bench), "the other working tree is as it was");
    }

    [TestMethod]
    [DataRow("update-index --skip-worktree a.log", "git is told not to look at it (skip-worktree, assume-unchanged or a sparse checkout)")]
    [DataRow("update-index --assume-unchanged a.log", "git is told not to look at it (skip-worktree, assume-unchanged or a sparse checkout)")]
    [DataRow("reset -q a.log|add -N a.log", "git knows of it, and nothing of its content is staged")]
    [DataRow("update-index --force-remove a.log|update-index --add --cacheinfo 160000,1111111111111111111111111111111111111111,a.log", "a submodule")]
    [DataRow("update-index --add --cacheinfo 100644,e69de29bb2d1d6434b8b29ae775ad8c2e48c5391,archive/logs/a.log", "git still tracks a 'archive/logs/a.log' that is gone: commit that first")]
    public void WhereTheIndexCouldNotFollowFaithfully_TheFileStays(string commands, string why)
    {
        using Workbench bench = new(Move);
        bench.Write("a.log");
        GitRepository.InitAndAdd(bench.Root.FullPath, "a.log");
        foreach (string command in commands.Split('|'))
            GitRepository.Git(bench.Root.FullPath, command.Split(' '));
        string before = GitRepository.Git(bench.Root.FullPath, "ls-files", "-v", "--stage");

        RunResult result = bench.Apply();

        Assert.AreEqual($"Protected: {why}", result.Entries.Select(e => $"{e.Status}: {e.Message}").Single());
        Assert.AreEqual(before, GitRepository.Git(bench.Root.FullPath, "ls-files", "-v", "--stage"));
        Assert.IsTrue(bench.Exists("a.log"));
    }

    [TestMethod]
    public void AFileInConflict_AndTheFolderAroundOne_Stay()
    {
        using Workbench bench = Repository("a.log", "old/b.txt");
        GitRepository.Git(bench.Root.FullPath, "branch", "other");
        foreach (string side in new[] { "ours", "theirs" })
        {
            if (side == "theirs")
                GitRepository.Git(bench.Root.FullPath, "checkout", "-q", "other");
            bench.Write("a.log", side);
            bench.Write("old/b.txt", side);
            GitRepository.Commit(bench.Root.FullPath);
        }

        Assert.Throws<AssertFailedException>(() => GitRepository.Git(bench.Root.FullPath, "merge", "-q", "main"));
        string before = GitRepository.Git(bench.Root.FullPath, "ls-files", "--stage");

        RunResult result = bench.Apply();

        Assert.AreEqual("a.log Protected; old Protected", Summary(result));
        Assert.AreEqual("'old/b.txt' in it stays: git has a conflict in it that nobody has resolved", result.Entries[1].Message);
        Assert.AreEqual(before, GitRepository.Git(bench.Root.FullPath, "ls-files", "--stage"));
    }

    [TestMethod]
    public void WhatGitTracks_IsNeverRemovedNorCompressed()
    {
        using Workbench bench = new(
            """
            { "git": { "tracked": "move" }, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/", "conflict": "deduplicate" } ],
              "archive": { "deduplicate": true, "retention": { "olderThan": "1d", "action": "compress" } } }
            """);
        string text = new('x', 10_000);
        foreach (string path in new[] { "a.log", "archive/logs/a.log", "archive/logs/old.log" })
            File.SetLastWriteTimeUtc(bench.Write(path, text), bench.Clock.Now.AddDays(-9).UtcDateTime);
        GitRepository.InitAndAdd(bench.Root.FullPath, "a.log", "archive/logs/a.log", "archive/logs/old.log");

        RunResult result = bench.Apply();

        Assert.AreEqual("a.log Moved", Summary(result, EntryStatus.Protected));
        Assert.AreEqual("archive/logs/a.log, archive/logs/a_*.log, archive/logs/old.log", string.Join(", ", GitRepository.Git(bench.Root.FullPath, "ls-files").Split('\n').Select(f => System.Text.RegularExpressions.Regex.Replace(f, "a_.*[.]", "a_*."))));
        Assert.AreEqual("", GitRepository.Git(bench.Root.FullPath, "ls-files", "--deleted"));
    }

    [TestMethod]
    public void SomethingStagedWhileTheRunMoves_StaysStaged()
    {
        using Workbench bench = Repository("a.log", "b.log");
        bench.Write("b.log", "new content");
        bench.Files.OnRename = path =>
        {
            if (path.EndsWith("a.log", StringComparison.Ordinal))
                GitRepository.Git(bench.Root.FullPath, "add", "b.log");
            return null;
        };

        bench.Apply();

        Assert.AreEqual("new content", GitRepository.Git(bench.Root.FullPath, "show", ":archive/logs/b.log"));
    }

    [TestMethod]
    public void Undo_BringsTheIndexBack()
    {
        using Workbench bench = Repository("a.log", "old/b.txt");
        bench.Write("old/c.txt", "new");
        bench.Write("a.log", "changed");
        string before = Everything(bench);
        bench.Apply();
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.AreNotEqual(before, Everything(bench));

        RunResult undone = bench.Undo();

        Assert.IsEmpty(undone.Findings);
        Assert.AreEqual(before, Everything(bench));
        bench.Undo(undone.RunId);
        Assert.AreEqual("RM a.log -> archive/logs/a.log\nR  old/b.txt -> archive/old/b.txt\n?? archive/old/c.txt", GitRepository.Git(bench.Root.FullPath, "-c", "status.renames=true", "status", "--porcelain").Replace("?? .autonomous_runs/\n", "", StringComparison.Ordinal));
    }

    [TestMethod]
    public void AQueuedFile_IsFollowedWhenItMoves()
    {
        using Workbench bench = Repository("a.log");
        bench.Files.OnProbe = _ => Tidy.Core.Platform.FileUse.InUse;
        Assert.AreEqual("a.log Queued", Summary(bench.Apply()));
        Assert.AreEqual("", Status(bench));
        bench.Files.OnProbe = _ => null;

        bench.Run(RunCommand.Retry);

        Assert.AreEqual("R  a.log -> archive/logs/a.log", Status(bench));
    }

    [TestMethod]
    public void AQueuedFileThatSomebodyMovedByHand_IsNotTouchedInTheIndex()
    {
        using Workbench bench = Repository("a.log");
        bench.Files.OnProbe = _ => Tidy.Core.Platform.FileUse.InUse;
        bench.Apply();
        bench.Files.OnProbe = _ => null;
        Directory.CreateDirectory(bench.At("archive/logs"));
        bench.Files.RenameNoReplace(bench.At("a.log"), bench.At("archive/logs/a.log"));

        bench.Run(RunCommand.Retry);

        Assert.AreEqual("a.log", GitRepository.Git(bench.Root.FullPath, "ls-files"));
    }

    [TestMethod]
    public void WithKeep_NothingIsToldToGit()
    {
        using Workbench bench = new("""{ "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/" } ] }""");
        bench.Write("a.log");
        bench.Write("b.log");
        GitRepository.InitAndAdd(bench.Root.FullPath, "a.log");

        Assert.AreEqual("a.log Protected; b.log Moved", Summary(bench.Apply()));
        Assert.AreEqual("a.log", GitRepository.Git(bench.Root.FullPath, "ls-files"));
    }

    [TestMethod]
    public void AMergedMigration_IsFollowedEntryByEntry()
    {
        using Workbench bench = new("""{ "git": { "tracked": "move" }, "migrations": [ { "from": "tools", "to": "eng/tools" } ] }""");
        foreach (string path in new[] { "tools/a.sh", "tools/deep/b.sh", "eng/tools/deep/c.sh" })
            bench.Write(path, path);
        GitRepository.InitAndAdd(bench.Root.FullPath);
        GitRepository.Commit(bench.Root.FullPath);

        bench.Apply();

        Assert.AreEqual("R  tools/a.sh -> eng/tools/a.sh\nR  tools/deep/b.sh -> eng/tools/deep/b.sh", Status(bench));
    }

    private static string Everything(Workbench bench) =>
        GitRepository.Git(bench.Root.FullPath, "ls-files", "--stage") + Status(bench) + string.Join(",", TreeSnapshot.OfFiles(bench.Root.FullPath).Where(f => !f.Contains(".git/", StringComparison.Ordinal)));

    private static Workbench Repository(params string[] files)
    {
        Workbench bench = new(Move);
        foreach (string file in files)
            bench.Write(file, $"content of {file}\n");
        GitRepository.InitAndAdd(bench.Root.FullPath);
        GitRepository.Commit(bench.Root.FullPath);
        return bench;
    }

    private static string Status(Workbench bench) => GitRepository.Git(bench.Root.FullPath, "-c", "core.quotePath=false", "status", "--porcelain", "-z", "-uno")
        is { Length: > 0 } text ? Lines(text.TrimEnd('\0').Split('\0')) : "";

    /// <summary>With -z git prints the new name first and the old one as a line of its own.</summary>
    private static string Lines(string[] parts)
    {
        List<string> lines = [];
        for (int i = 0; i < parts.Length; i++)
            lines.Add(parts[i][0] == 'R' ? $"{parts[i][..3]}{parts[++i]} -> {parts[i - 1][3..]}" : parts[i]);
        return string.Join('\n', lines);
    }

    private static string Summary(RunResult result, EntryStatus? without = null) =>
        string.Join("; ", result.Entries.Where(e => e.Status != without).Select(e => $"{e.Entry.Source} {e.Status}"));
}
