using Tidy.Core.Explaining;
using Tidy.Core.Git;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Rules;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class ExplanationTests
{
    private const string Config =
        """
        { "version": 1, "rules": [ { "id": "old", "match": ["old/"], "to": "archive/" } ], "migrations": [ { "from": "lib/", "to": "src/lib/" } ],
          "docs": {}, "runs": {}, "archive": { "index": true } }
        """;

    [TestMethod]
    [DataRow("a.txt", "root")]
    [DataRow("lib", "migrate")]
    [DataRow("lib/sub/a.txt", "migrate")]
    [DataRow("libs", "root")]
    [DataRow("docs/a.md", "docs")]
    [DataRow("docs/sub/a.md", null)]
    [DataRow(".autonomous_runs/run-1/a.log", "runs")]
    [DataRow("archive/logs/a.log", "archive")]
    [DataRow("src/a.cs", null)]
    public void APath_IsOfThePhaseThatLooksAtIt(string path, string? phase)
    {
        using ExplanationScene scene = new(Config);

        Assert.AreEqual(phase, scene.Explain(path).Phase);
    }

    [TestMethod]
    public void WhatGoesWithItsFolder_HasTheEntryOfThatFolder()
    {
        using ExplanationScene scene = new ExplanationScene(Config).With("old/sub/a.txt");

        PlanEntry? entry = scene.Explain("old/sub/a.txt").Entry;

        Assert.AreEqual(("old", "archive/old"), (entry?.Source.Value, entry?.Destination?.Value));
    }

    [TestMethod]
    [DataRow(".", ".")]
    [DataRow("./", ".")]
    [DataRow(".git", ".git")]
    [DataRow("./.git/config", ".git/config")]
    [DataRow(".autonomous_runs/tidy/run.lock", ".autonomous_runs/tidy/run.lock")]
    [DataRow(".autonomous_runs/tidy_pending_moves.json", ".autonomous_runs/tidy_pending_moves.json")]
    [DataRow("a\uFFFD.log", "a\uFFFD.log")]
    public void WhatNoRunTouches_IsAnsweredToo(string path, string text)
    {
        using ExplanationScene scene = new ExplanationScene(Workbench.LogsToArchive).With("a.log");

        Explanation told = scene.Explain(path);

        Assert.AreEqual(text, told.Path.Text);
        Assert.IsNotNull(told.Path.WhyNever);
        Assert.IsEmpty(told.Advice);
    }

    [TestMethod]
    [DataRow("../x")]
    [DataRow("a/../../x")]
    [DataRow("/etc/hosts")]
    [DataRow("c:/x")]
    [DataRow("a\0b")]
    public void WhatIsOutside_IsRefused(string path) =>
        Assert.AreEqual(Codes.PathRefused, Assert.ThrowsExactly<TidyException>(() => ExplainedPath.Parse(path)).Code);

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void ANameThatIsNoText_StaysAndIsReported()
    {
        using ExplanationScene scene = new(Workbench.LogsToArchive);
        Programs.Shell($"printf x > '{scene.Bench.Root.FullPath}/'$(printf 'a\\377.log')");

        Explanation told = scene.Explain("a\uFFFD.log");
        Programs.Shell($"rm '{scene.Bench.Root.FullPath}/'$(printf 'a\\377.log')"); // .NET has no name for it

        Assert.IsTrue(told.Exists);
        Assert.AreEqual(Codes.NotText, told.Findings.Single().Code);
    }

    [TestMethod]
    public void ALink_StaysAndIsNotFollowed()
    {
        using ExplanationScene scene = new ExplanationScene(Workbench.LogsToArchive).With("there.txt");
        File.CreateSymbolicLink(scene.Bench.At("a.log"), scene.Bench.At("there.txt"));

        Explanation told = scene.Explain("a.log");

        Assert.AreEqual((FileKind.Link, EntryStatus.Skipped), (told.Kind, told.Entry?.Status));
        Assert.IsTrue(told.Advice.All(a => a.Line is null));
    }

    [TestMethod]
    public void AMissingFile_IsAnsweredByItsName()
    {
        using ExplanationScene scene = new("""{ "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/" }, { "id": "tmp", "match": ["tmp*/"], "to": "archive/" } ] }""");
        Assert.AreEqual(("logs", false), (scene.Explain("a.log").Decides?.Id, scene.Explain("a.log").Exists));
        Assert.AreEqual("tmp", scene.Explain("tmp1/").Decides?.Id);
        Assert.IsNull(scene.Explain("tmp1").Decides);
    }

    [TestMethod]
    public void RulesComeInOrder_EachWithTheFirstConditionThatFailed()
    {
        using ExplanationScene scene = new ExplanationScene("""
            { "rules": [
              { "id": "other", "match": ["*.txt"], "to": "archive/" },
              { "id": "except", "match": ["*.log"], "except": ["a.*"], "to": "archive/" },
              { "id": "words", "match": ["*.log"], "words": ["build"], "to": "archive/" },
              { "id": "large", "match": ["*.log"], "minSize": "1MB", "to": "archive/" },
              { "id": "folders", "match": ["a.log/"], "to": "archive/" },
              { "id": "wins", "match": ["*.log"], "to": "archive/" },
              { "id": "late", "match": ["a*"], "to": "late/" } ] }
            """).With("a.log");

        Explanation told = scene.Explain("a.log");

        string[] says = [.. told.Rules.Select(r => $"{r.Rule.Id}: {r.WhyNot ?? "matches"}")];
        CollectionAssert.AreEqual(
            new[]
            {
                "other: no pattern matches", "except: excepted by 'a.*'", "words: the name has none of its words", "large: it has 16 bytes, fewer than 1000000",
                "folders: 'a.log/' is for folders, and this is a file", "wins: matches", "late: matches",
            },
            says);
        Assert.AreEqual("wins", told.Decides?.Id);
        CollectionAssert.AreEqual(new[] { "other" }, told.Rules.Where(r => r.IsUnrelated).Select(r => r.Rule.Id).ToArray());
    }

    [TestMethod]
    public void ADocument_IsJudgedByTheRules_WithWhatLiesBesideIt()
    {
        using ExplanationScene scene = new ExplanationScene("""
            { "docs": { "mode": "reduce" }, "rules": [ { "id": "copies", "match": ["*.bak"], "beside": ["{stem}"], "to": "archive/copies/" } ] }
            """).With("docs/a.md", "docs/a.md.bak");

        Explanation told = scene.Explain("docs/a.md.bak");

        Assert.AreEqual(("copies", "archive/copies/a.md.bak"), (told.Decides?.Id, told.Destination?.Path.Value));
    }

    [TestMethod]
    public void ADocumentThatIsAllowed_IsHeldAgainstNoRule()
    {
        using ExplanationScene scene = new ExplanationScene("""
            { "docs": { "mode": "reduce", "allow": ["*.md"] }, "rules": [ { "id": "notes", "match": ["*.md"], "to": "archive/notes/" } ] }
            """).With("docs/a.md");
        GitRepository.InitAndAdd(scene.Bench.Root.FullPath);

        Explanation told = scene.Explain("docs/a.md", git: scene.Bench.At("no such git"));

        Assert.AreEqual((null, null, false), (told.Decides, told.Entry, told.Git.WasAsked));
    }

    [TestMethod]
    [DataRow("rename", "archive/a_", DestinationFate.Renamed)]
    [DataRow("skip", "archive/a.log", DestinationFate.Skipped)]
    [DataRow("fail", "archive/a.log", DestinationFate.Fails)]
    [DataRow("deduplicate", "archive/a.log", DestinationFate.Duplicate)]
    public void ATakenName_IsToldWithWhatTheRuleDoesThere(string conflict, string path, DestinationFate fate)
    {
        using ExplanationScene scene = new($$"""{ "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/", "conflict": "{{conflict}}" } ] }""");
        scene.Bench.Write("a.log", "same");
        Assert.AreEqual(DestinationFate.Free, scene.Explain("a.log").Destination?.Fate);
        scene.Bench.Write("archive/a.log", "same");

        DestinationAnswer? answer = scene.Explain("a.log").Destination;

        Assert.AreEqual(fate, answer?.Fate);
        StringAssert.StartsWith(answer!.Path.Value, path);
    }

    [TestMethod]
    public void WhatIsTooYoung_StillHasItsDestinationAndAge()
    {
        using ExplanationScene scene = new ExplanationScene("""{ "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/", "minAge": "3650d" } ] }""").With("a.log");

        Explanation told = scene.Explain("a.log");

        Assert.AreEqual(EntryStatus.Skipped, told.Entry?.Status);
        Assert.AreEqual(("archive/a.log", DestinationFate.Free, TimeSpan.FromDays(3650), TimeSpan.FromHours(24)),
            (told.Destination?.Path.Value, told.Destination?.Fate, told.Age?.OfRule, told.Age?.OfBuilds));
    }

    [TestMethod]
    public void GitsView_IsTold()
    {
        using ExplanationScene scene = new ExplanationScene(Workbench.LogsToArchive).With("tracked.log", "new.log", "ignored.log", "kept.txt");
        scene.Bench.Write(".gitignore", "ignored.log");
        GitRepository.InitAndAdd(scene.Bench.Root.FullPath, "tracked.log", "kept.txt");

        Assert.AreEqual(GitState.Tracked, scene.Explain("tracked.log").Git.State);
        Assert.AreEqual(GitState.Untracked, scene.Explain("new.log").Git.State);
        Assert.AreEqual(GitState.Ignored, scene.Explain("ignored.log").Git.State);
        Assert.AreEqual(GitState.Tracked, scene.Explain("kept.txt").Git.State);
        CollectionAssert.AreEqual(new[] { "tracked by git" }, scene.Explain("tracked.log").Protections.ToArray());
    }

    [TestMethod]
    public void WhereGitCannotTell_ThatIsTold()
    {
        using ExplanationScene scene = new ExplanationScene(Workbench.LogsToArchive).With("a.log");
        GitRepository.InitAndAdd(scene.Bench.Root.FullPath);

        GitAnswer git = scene.Explain("a.log", git: scene.Bench.At("no such git")).Git;

        Assert.AreEqual((null, true), (git.State, git.WasAsked));
        StringAssert.Contains(git.Why, "git is not installed");
    }

    [TestMethod]
    public void WhereNothingWouldMove_GitIsNotStarted()
    {
        using ExplanationScene scene = new ExplanationScene("""{ "extends": ["dotnet", "agents"] }""").With("notes.xyz", "src/a.cs");
        GitRepository.InitAndAdd(scene.Bench.Root.FullPath, "notes.xyz");

        foreach (string path in new[] { "notes.xyz", "src", "src/a.cs", "none.log", ".git/config" })
        {
            GitAnswer git = scene.Explain(path, git: scene.Bench.At("no such git")).Git;
            Assert.AreEqual((null, false), (git.State, git.WasAsked), path);
            StringAssert.StartsWith(git.Why, "not asked");
        }
    }

    /// <summary>Every path of a real workspace, and what <c>plan</c> says of it.</summary>
    [TestMethod]
    public void EveryAnswer_AgreesWithThePlan()
    {
        using Workbench bench = new("""
            { "extends": ["dotnet", "agents"], "docs": { "mode": "reduce" }, "runs": { "minAge": "0s", "keepLast": 1 },
              "archive": { "deduplicate": true, "index": true }, "migrations": [ { "from": "scripts/", "to": "src/scripts/" } ] }
            """);
        RealWorkspace.Make(bench.Root.FullPath);
        RunRequest request = new() { Command = RunCommand.Plan, Root = bench.Root, Config = bench.Config };
        Dictionary<string, PlanEntry> planned = [];
        foreach (Outcome outcome in bench.Plan().Entries)
            planned.TryAdd(outcome.Entry.Source.Value, outcome.Entry);
        Assert.IsGreaterThan(60, planned.Count);

        foreach (string path in planned.Keys.Concat(SomeOf(bench)))
        {
            Explanation told = Explanation.Of(request, bench.Services, ExplainedPath.Parse(path));
            PlanEntry? entry = planned.GetValueOrDefault(path);
            Assert.AreEqual((entry?.Status, entry?.Destination), entry is null ? (null, null) : (told.Entry?.Status, told.Entry?.Destination), path);
            if (entry is { Phase: "root", Rule: { } rule })
                Assert.AreEqual(rule, told.Decides?.Id, path);
            if (entry is { Destination: { } to, Action: PlanAction.Move })
                Assert.AreEqual(to, told.Destination?.Path, path);
            Assert.IsTrue(entry is null || told.Phase == entry.Phase, path);
        }
    }

    /// <summary>Every tenth file: each question makes the plan anew.</summary>
    private static IEnumerable<string> SomeOf(Workbench bench) => Directory.EnumerateFiles(bench.Root.FullPath, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Where((_, index) => index % 10 == 0)
        .Select(file => Path.GetRelativePath(bench.Root.FullPath, file).Replace('\\', '/'));
}
