using Tidy.Core.Planning;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class ProtectionTests
{
    private const string Everything =
        """
        { "version": 1, "rules": [ { "id": "all", "match": ["*.log", "*.json", "old/", "repo/"], "to": "archive/" } ] }
        """;

    [TestMethod]
    public void WhatGitTracks_Stays_AndWhatItDoesNotTrack_Moves()
    {
        using Workbench bench = new(Everything);
        bench.Write("tracked.log");
        bench.Write("stray.log");
        bench.Write("old/tracked.txt");
        GitRepository.InitAndAdd(bench.Root.FullPath, "tracked.log", "old/tracked.txt");

        RunResult result = bench.Apply();

        Assert.AreEqual("old Protected; stray.log Moved; tracked.log Protected", Summary(result));
        Assert.IsTrue(bench.Exists("tracked.log") && bench.Exists("old/tracked.txt"));
    }

    [TestMethod]
    public void TrackedFilesMove_WhenTheConfigurationSaysSo()
    {
        using Workbench bench = new("""{ "version": 1, "git": { "tracked": "move" }, "rules": [ { "id": "all", "match": ["*.log"], "to": "archive/" } ] }""");
        bench.Write("tracked.log");
        GitRepository.InitAndAdd(bench.Root.FullPath, "tracked.log");

        Assert.AreEqual("tracked.log Moved", Summary(bench.Apply()));
    }

    [TestMethod]
    public void WithoutAGitProgram_EverythingInARepositoryStays_AndThatIsSaid()
    {
        using Workbench bench = new(Everything);
        bench.Write("stray.log");
        GitRepository.InitAndAdd(bench.Root.FullPath);
        RunRequest request = new() { Command = RunCommand.Apply, Root = bench.Root, Config = bench.Config };

        RunResult result = new TidyRun(request, bench.Services with { Git = "no-such-git-program" }).Execute();

        Assert.AreEqual("stray.log Protected", Summary(result));
        Assert.AreEqual(Codes.GitUnknown, result.Findings.Single().Code);
        Assert.IsTrue(bench.Exists("stray.log"));
    }

    [TestMethod]
    public void WhatAProjectInAFolderReaches_Stays_AlsoBeforeGitTracksTheProject_ButNotWhereGitIgnoresIt()
    {
        using Workbench bench = new(Everything);
        bench.Write("src/Old/Old.csproj", """<Content Include="..\..\old.json" />""");
        GitRepository.InitAndAdd(bench.Root.FullPath, "src/Old/Old.csproj");
        bench.Write("src/New/New.csproj", """<Content Include="..\..\new.json" />""");
        bench.Write("src/New/shared.props", """<Content Include="$(RepoRoot)shared.json" />""");
        bench.Write("src/Old/obj/Old.csproj.nuget.g.props", """<Content Include="$(RepoRoot)ignored.json" />""");
        bench.Write("src/Old/.gitignore", "obj/\n");
        foreach (string name in new[] { "old", "new", "shared", "ignored" })
            bench.Write(name + ".json");

        RunResult result = bench.Apply();

        Assert.AreEqual("ignored.json Moved; new.json Protected; old.json Protected; shared.json Protected", Summary(result));
        Assert.AreEqual("named by 'src/New/New.csproj'", result.Entries[1].Message);
    }

    [TestMethod]
    public void WhatAProjectFileNames_Stays()
    {
        using Workbench bench = new(Everything);
        bench.Write("App.csproj", """<Project><ItemGroup><Content Include="settings.json" /></ItemGroup></Project>""");
        bench.Write("settings.json");
        bench.Write("dump.json");

        RunResult result = bench.Apply();

        Assert.AreEqual("dump.json Moved; settings.json Protected", Summary(result));
        StringAssert.Contains(result.Entries[1].Message, "App.csproj");
    }

    [TestMethod]
    [DataRow("keep")]
    [DataRow("move")]
    public void WhatATrackedProjectFurtherDownNames_Stays(string tracked)
    {
        using Workbench bench = new($$"""{ "git": { "tracked": "{{tracked}}" }, "rules": [ { "id": "all", "match": ["*.log", "*.json"], "to": "archive/" } ] }""");
        bench.Write("src/App/App.csproj", """<Content Include="..\..\settings.json" /><None Include="plain.log" />""");
        foreach (string name in new[] { "settings.json", "dump.json", "plain.log" })
            bench.Write(name);
        GitRepository.InitAndAdd(bench.Root.FullPath, "src/App/App.csproj");

        RunResult result = bench.Apply();

        Assert.AreEqual("dump.json Moved; plain.log Moved; settings.json Protected", Summary(result));
        Assert.AreEqual("named by 'src/App/App.csproj'", result.Entries[2].Message);
    }

    [TestMethod]
    public void InAWorktree_AndBelowTheRepositorysRoot_ProjectsAreFoundToo()
    {
        using TemporaryWorkspace repository = new();
        repository.Write("part/src/App.csproj", """<Content Include="..\data.json" />""");
        GitRepository.InitAndAdd(repository.FullPath);
        GitRepository.Commit(repository.FullPath);
        using TemporaryWorkspace elsewhere = new();
        GitRepository.Git(repository.FullPath, "worktree", "add", "-q", elsewhere.At("tree"));
        Directory.CreateSymbolicLink(elsewhere.At("link"), elsewhere.At("tree"));
        File.WriteAllText(elsewhere.At("tree/part/data.json"), "{}");
        using Workbench bench = new(Everything);

        RunResult result = bench.Run(RunCommand.Plan, request => request with { Root = Tidy.Core.Workspaces.WorkspaceRoot.At(elsewhere.At("link/part")) });

        Assert.AreEqual("data.json Protected", Summary(result));
        Assert.AreEqual("named by 'src/App.csproj'", result.Entries[0].Message);
    }

    [TestMethod]
    public void OutsideARepository_OnlyProjectFilesOfTheRootCount()
    {
        using Workbench bench = new(Everything);
        bench.Write("src/App.csproj", """<Content Include="..\data.json" />""");
        bench.Write("data.json");

        Assert.AreEqual("data.json Moved", Summary(bench.Apply()));
    }

    [TestMethod]
    public void WithoutAGitProgram_NothingMovesThoughTrackedFilesMay()
    {
        using Workbench bench = new("""{ "git": { "tracked": "move" }, "rules": [ { "id": "all", "match": ["*.log"], "to": "archive/" } ] }""");
        bench.Write("stray.log");
        GitRepository.InitAndAdd(bench.Root.FullPath);
        RunRequest request = new() { Command = RunCommand.Apply, Root = bench.Root, Config = bench.Config };

        RunResult result = new TidyRun(request, bench.Services with { Git = "no-such-git-program" }).Execute();

        Assert.AreEqual("stray.log Protected", Summary(result));
        Assert.AreEqual("git could not tell whether it is tracked", result.Entries[0].Message);
        Assert.AreEqual(Codes.GitUnknown, result.Findings.Single().Code);
    }

    [TestMethod]
    public void WithoutACandidate_GitIsNotStarted()
    {
        using Workbench bench = new(Everything);
        bench.Write("src/App/App.csproj", """<Content Include="..\..\settings.json" />""");
        GitRepository.InitAndAdd(bench.Root.FullPath, "src/App/App.csproj");
        RunRequest request = new() { Command = RunCommand.Plan, Root = bench.Root, Config = bench.Config };

        RunResult result = new TidyRun(request, bench.Services with { Git = "no-such-git-program" }).Execute();

        Assert.IsEmpty(result.Findings);
        Assert.IsEmpty(result.Entries);
    }

    [TestMethod]
    public void ARepositoryInsideTheWorkspace_Stays()
    {
        using Workbench bench = new(Everything);
        bench.Write("repo/readme.txt");
        GitRepository.InitAndAdd(bench.At("repo"));
        bench.Write("old/readme.txt");

        Assert.AreEqual("old Moved; repo Protected", Summary(bench.Apply()));
    }

    [TestMethod]
    public void ADatabaseInUseOrNot_MovesWithItsCompanions_OrNotAtAll()
    {
        using Workbench bench = new("""{ "version": 1, "rules": [ { "id": "db", "match": ["*.db"], "to": "archive/db/" } ] }""");
        foreach (string name in new[] { "app.db", "app.db-wal", "app.db-shm", "lonely.db-wal" })
            bench.Write(name, name);
        bench.Write("archive/db/app.db", "an older one");
        bench.Files.OnProbe = path => path.EndsWith("-wal", StringComparison.Ordinal) ? Tidy.Core.Platform.FileUse.InUse : null;

        RunResult blocked = bench.Apply();
        Assert.IsTrue(bench.Exists("app.db") && bench.Exists("app.db-wal") && bench.Exists("app.db-shm"));
        Assert.AreEqual("app.db Queued; app.db-wal Skipped; app.db-shm Skipped", Summary(blocked));

        bench.Files.OnProbe = _ => null;
        RunResult moved = bench.Apply();
        string at = moved.Entries[0].Destination!.Value;
        Assert.AreNotEqual("archive/db/app.db", at);
        Assert.AreEqual("app.db", File.ReadAllText(bench.At(at)));
        Assert.AreEqual("app.db-wal", File.ReadAllText(bench.At(at + "-wal")));
        Assert.AreEqual("app.db-shm", File.ReadAllText(bench.At(at + "-shm")));
        Assert.IsTrue(bench.Exists("lonely.db-wal"));
    }

    [TestMethod]
    public void ACompanionThatCannotFollow_BringsTheDatabaseBack()
    {
        using Workbench bench = new("""{ "version": 1, "rules": [ { "id": "db", "match": ["*.db"], "to": "archive/db/" } ] }""");
        bench.Write("app.db", "db");
        bench.Write("app.db-wal", "wal");
        bench.Files.OnRename = path => path.EndsWith("-wal", StringComparison.Ordinal) ? new Tidy.Core.Platform.OsCode(13) : null;

        RunResult result = bench.Apply();

        Assert.AreEqual("app.db Queued; app.db-wal Skipped", Summary(result));
        Assert.AreEqual("db", File.ReadAllText(bench.At("app.db")));
        Assert.AreEqual("wal", File.ReadAllText(bench.At("app.db-wal")));
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void ANameThatIsNoText_AndAPipe_AreReportedAndLeft()
    {
        using Workbench bench = new();
        string pipe = bench.At("pipe.log");
        Programs.Shell($"mkfifo '{pipe}' && touch \"$(printf '%s/bad\\377.log' '{bench.Root.FullPath}')\"");

        RunResult result = bench.Apply();

        CollectionAssert.AreEquivalent(new[] { Codes.SpecialFile, Codes.NotText }, result.Findings.Select(f => f.Code).ToArray());
        Assert.HasCount(2, Directory.GetFileSystemEntries(bench.Root.FullPath, "*.log"));
        Programs.Shell($"rm -f '{bench.Root.FullPath}'/bad*"); // .NET cannot name it, and so not remove it
    }

    [TestMethod]
    public void TheAllowListPolicy_ReportsWhatNoRuleRoutes()
    {
        using Workbench bench = new("""{ "version": 1, "root": { "policy": "allowlist", "allow": ["README.md", "src/"] }, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/" } ] }""");
        foreach (string name in new[] { "README.md", "a.log", "odd.xyz", "src/a.cs", "stuff/b.cs" })
            bench.Write(name);

        RunResult verified = bench.Run(RunCommand.Verify);
        RunResult applied = bench.Apply();

        Assert.AreEqual(ExitCode.Findings, verified.Exit);
        CollectionAssert.AreEqual(new[] { "odd.xyz", "stuff" }, verified.Findings.Select(f => f.Path).ToArray());
        Assert.AreEqual("a.log Moved", Summary(applied));
        Assert.IsTrue(bench.Exists("odd.xyz") && bench.Exists("stuff/b.cs"));
    }

    private static string Summary(RunResult result) => string.Join("; ", result.Entries.Select(e => $"{e.Entry.Source} {e.Status}"));
}
