using Tidy.Core.Planning;

namespace Tidy.Core.Tests;

/// <summary>A file that git ignores does not become visible by being moved.</summary>
[TestClass]
public sealed class IgnoredFilesTests
{
    private const string ToDocs = """{ "rules": [ { "id": "r", "match": ["*.log", "old/"], "to": "docs/" } ] }""";

    [TestMethod]
    public void WhereGitWouldShowIt_TheFileStays_AndTheReasonSaysWhatToDo()
    {
        using Workbench bench = Repository(ToDocs, "/secret.local.log");
        bench.Write("secret.local.log");
        bench.Write("new.log");

        RunResult result = bench.Apply();

        Assert.AreEqual("new.log Moved; secret.local.log Protected", Summary(result));
        Assert.AreEqual(
            "git ignores it here and would show it in 'docs/': let a .gitignore hide it there too (for all of the folder: '/docs/'), or choose another 'to'",
            result.Entries[1].Message);
        AssertNothingBecameVisible(bench);
    }

    [TestMethod]
    [DataRow("*.log", "", "", true, "the same pattern hides it there")]
    [DataRow("/*.log", "", "", false, "the pattern was for the root alone")]
    [DataRow("/*.log\n/docs/", "", "", true, "the folder is ignored")]
    [DataRow("/*.log\n/docs/*", "", "", true, "all in the folder is ignored")]
    [DataRow("*.log\n!/docs/*.log", "", "", false, "shown again there")]
    [DataRow("/*.log", "*\n", "", true, "the folder has Tidy's own file")]
    [DataRow("/*.log", "*.log\n", "", true, "the folder has its own ignore file")]
    [DataRow("/*.log", "*.log\n!a.log\n", "", false, "which does not hide this one")]
    [DataRow("*.log", "!*.log\n", "", false, "which shows it again")]
    [DataRow("", "", "/a.log", false, "info/exclude hides it at the root alone")]
    [DataRow("", "", "*.log", true, "info/exclude hides it there too")]
    public void TheIgnoreFilesAroundTheDestination_Decide(string top, string inDocs, string excludes, bool moves, string why)
    {
        using Workbench bench = Repository(ToDocs, top);
        bench.Write(".git/info/exclude", excludes);
        bench.Write("docs/.gitignore", inDocs);
        bench.Write("a.log");

        Assert.AreEqual(moves ? "a.log Moved" : "a.log Protected", Summary(bench.Apply()), why);
        AssertNothingBecameVisible(bench);
    }

    [TestMethod]
    [DataRow(false, false, true, "the run makes the archive, and hides it")]
    [DataRow(true, false, false, "the archive is to be committed")]
    [DataRow(false, true, false, "there is an archive, and git sees it")]
    public void TheArchive_HidesWhatTidyBringsThere_WhereTidyMakesIt(bool commit, bool exists, bool moves, string why)
    {
        using Workbench bench = Repository($$"""{ "archive": { "commit": {{(commit ? "true" : "false")}} }, "rules": [ { "id": "r", "match": ["*.log"], "to": "archive/logs/" } ] }""", "/a.log");
        bench.Write("a.log");
        if (exists)
            bench.Write("archive/notes.md");

        RunResult planned = bench.Plan();
        RunResult applied = bench.Apply();

        Assert.AreEqual(moves ? "a.log Planned" : "a.log Protected", Summary(planned), why);
        Assert.AreEqual(moves ? "a.log Moved" : "a.log Protected", Summary(applied), why);
        AssertNothingBecameVisible(bench);
    }

    [TestMethod]
    [DataRow("/old/secret.txt", "", "old Protected")]
    [DataRow("/old/secret.txt\n/docs/", "", "old Moved")]
    [DataRow("secret.txt", "", "old Moved")]
    [DataRow("", "secret.txt\n", "old Moved")]
    [DataRow("", "", "old Moved")]
    [DataRow("/old/", "", "old Protected")]
    public void AFolderWithIgnoredFiles_StaysWhereOneOfThemWouldShow(string top, string inOld, string summary)
    {
        using Workbench bench = Repository(ToDocs, top);
        bench.Write("old/secret.txt");
        bench.Write("old/deep/plain.txt");
        if (inOld.Length > 0)
            bench.Write("old/.gitignore", inOld);
        Directory.CreateDirectory(bench.At("old/empty"));

        Assert.AreEqual(summary, Summary(bench.Apply()));
        AssertNothingBecameVisible(bench);
    }

    [TestMethod]
    public void BelowTheTopOfTheRepository_ItsIgnoreFilesCountToo()
    {
        using TemporaryWorkspace repository = new();
        repository.Write(".gitignore", "/part/a.log\n/part/b.log\n/part/docs/b.log\n");
        repository.Write("part/a.log");
        repository.Write("part/b.log");
        GitRepository.InitAndAdd(repository.FullPath);
        using Workbench bench = new(ToDocs);

        RunResult result = bench.Run(RunCommand.Plan, r => r with { Root = Tidy.Core.Workspaces.WorkspaceRoot.At(repository.At("part")) });

        Assert.AreEqual("a.log Protected; b.log Planned", Summary(result));
    }

    [TestMethod]
    public void WhatIsCompressed_IsNotShownUnderItsNewName()
    {
        using Workbench bench = Repository("""{ "inUse": "off", "archive": { "retention": { "olderThan": "1d", "action": "compress" } } }""", "*.log");
        foreach (string path in new[] { "archive/a.log", "archive/b.txt" })
            File.SetLastWriteTimeUtc(bench.Write(path, new string('x', 10_000)), bench.Clock.Now.AddDays(-9).UtcDateTime);

        Assert.AreEqual("archive/a.log Protected; archive/b.txt Moved", Summary(bench.Apply()));
        AssertNothingBecameVisible(bench);
    }

    [TestMethod]
    public void ADatabaseStays_WhereAFileBesideItWouldShow()
    {
        using Workbench bench = Repository("""{ "rules": [ { "id": "r", "match": ["*.db"], "to": "docs/" } ] }""", "/app.db-wal");
        bench.Write("app.db");
        bench.Write("app.db-wal");

        RunResult result = bench.Apply();

        Assert.AreEqual("app.db Protected", Summary(result));
        StringAssert.StartsWith(result.Entries[0].Message, "'app.db-wal' belongs to it and stays: git ignores it here");
        AssertNothingBecameVisible(bench);
    }

    [TestMethod]
    public void AQueuedFile_IsAskedAboutAgain()
    {
        using Workbench bench = Repository(ToDocs, "/a.log\n/docs/");
        bench.Write("a.log");
        bench.Files.OnProbe = _ => Tidy.Core.Platform.FileUse.InUse;
        Assert.AreEqual("a.log Queued", Summary(bench.Apply()));
        bench.Files.OnProbe = _ => null;
        bench.Write(".gitignore", "/a.log\n");

        Assert.AreEqual("a.log Protected", Summary(bench.Run(RunCommand.Retry)));
    }

    [TestMethod]
    public void OutsideARepository_NothingIsHidden()
    {
        using Workbench bench = new(ToDocs);
        bench.Write(".gitignore", "/a.log\n");
        bench.Write("a.log");

        Assert.AreEqual("a.log Moved", Summary(bench.Apply()));
    }

    /// <summary>All that is new to git was new before, under whatever name.</summary>
    private static void AssertNothingBecameVisible(Workbench bench)
    {
        string[] visible = GitRepository.Git(bench.Root.FullPath, "ls-files", "--others", "--exclude-standard").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] secrets = [.. visible.Where(f => f.EndsWith("secret.txt", StringComparison.Ordinal) || Path.GetFileName(f) is "a.log" or "a.log.gz" or "secret.local.log" or "app.db-wal")];
        bool wasVisible = File.ReadAllText(bench.At(".gitignore")).Trim().Length == 0 && File.ReadAllText(bench.At(".git/info/exclude")).Trim() is "" or ['#', ..];
        Assert.IsTrue(wasVisible || secrets.Length == 0, string.Join(", ", secrets));
    }

    private static Workbench Repository(string config, string ignored)
    {
        Workbench bench = new(config);
        GitRepository.InitAndAdd(bench.Root.FullPath);
        bench.Write(".gitignore", ignored + "\n");
        return bench;
    }

    private static string Summary(RunResult result) => string.Join("; ", result.Entries.Select(e => $"{e.Entry.Source} {e.Status}"));
}
