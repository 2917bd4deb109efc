using Tidy.Core.Configuration;
using Tidy.Core.Explaining;
using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>Each line that an explanation suggests does what is promised of it: it is pasted, and the plan is made anew.</summary>
[TestClass]
public sealed class AdviceTests
{
    private const string Presets = """{ "extends": ["dotnet", "agents"] }""";

    private const string Docs = """{ "docs": { "truthSources": ["HISTORY.md"], "mode": "MODE" }, "rules": [ { "id": "notes", "match": ["note*"], "to": "archive/notes/" } ] }""";

    [TestMethod]
    [DataRow("""{ "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/" } ] }""", "a.log", "a.log")]
    [DataRow("""{ "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/" } ], "root": { "allow": ["b"] } }""", "a \"b\" ü.log", "a \"b\" ü.log")]
    [DataRow("""{ "rules": [ { "id": "old", "match": ["old/"], "to": "archive/" } ] }""", "old/sub/a.txt", "old")]
    [DataRow("""{ "rules": [ { "id": "old", "match": ["old/"], "to": "archive/" } ] }""", "old/sub/a.txt", "old/sub/a.txt")]
    [DataRow("""{ "rules": [ { "id": "db", "match": ["*.db"], "to": "archive/" } ] }""", "a.db a.db-wal", "a.db-wal")]
    [DataRow("""{ "rules": [ { "id": "same", "match": ["a.txt"], "to": "archive/", "conflict": "deduplicate" } ] }""", "a.txt=1 archive/a.txt=1", "a.txt")]
    [DataRow(Presets, "app.db", "app.db")]
    [DataRow("""{ "root": { "policy": "allowlist" } }""", "odd.txt", "odd.txt")]
    [DataRow("""{ "root": { "policy": "allowlist" } }""", "odd/a.txt", "odd")]
    [DataRow(Docs, "docs/a.md", "docs/a.md")]
    [DataRow(Docs, "docs/old/a.md", "docs/old")]
    [DataRow(Docs, "HISTORY.md=1 docs/HISTORY.md=1", "HISTORY.md")]
    [DataRow(Docs, "HISTORY.md=1 docs/HISTORY.md=2", "HISTORY.md")]
    [DataRow("REDUCE", "docs/HISTORY.md docs/a.md", "docs/a.md")]
    [DataRow("REDUCE", "docs/HISTORY.md docs/note1.md", "docs/note1.md")]
    [DataRow("""{ "runs": { "minAge": "0s" } }""", ".autonomous_runs/stray.log", ".autonomous_runs/stray.log")]
    [DataRow("""{ "runs": { "minAge": "0s", "keepLast": 0 } }""", ".autonomous_runs/run-1/a.txt", ".autonomous_runs/run-1")]
    [DataRow("""{ "runs": { "minAge": "0s", "keepLast": 0 } }""", ".autonomous_runs/run-1/a.txt", ".autonomous_runs/run-1/a.txt")]
    [DataRow("""{ "runs": { "minAge": "0s" } }""", ".autonomous_runs/empty/", ".autonomous_runs/empty")]
    [DataRow("""{ "archive": { "deduplicate": true } }""", "archive/a.txt=1 archive/b.txt=1", "archive/b.txt")]
    [DataRow("""{ "archive": { "retention": { "olderThan": "1h", "action": "compress" } } }""", "archive/old.txt=big", "archive/old.txt")]
    public void AfterTheLineToStay_ItStays_AndNothingIsReportedAboutIt(string config, string files, string path)
    {
        using ExplanationScene scene = Make(config, files);
        RunResult before = scene.Bench.Plan();
        Assert.IsTrue(ExplanationScene.FateOf(before, path) is not null || before.Findings.Any(f => f.Path == path), "there is something to change");

        RunResult after = scene.PlanWith(scene.LineFor(path, AdviceAim.Stay));

        Assert.IsNull(ExplanationScene.FateOf(after, path));
        Assert.IsFalse(after.Findings.Any(f => f.Path == path));
    }

    [TestMethod]
    [DataRow("{ }", "notes.xyz", "notes.xyz")]
    [DataRow("{ }", "one.xyz two.xyz three.xyz", "two.xyz")]
    [DataRow("{ }", "two[1]{stem}.xyz", "two[1]{stem}.xyz")]
    [DataRow("{ }", "folder/a.txt", "folder")]
    [DataRow("{ }", "build.log", "build.log")]
    [DataRow("""{ "rules": [ { "id": "my-notes-xyz", "match": ["none"], "action": "keep" } ] }""", "notes.xyz", "notes.xyz")]
    [DataRow("""{ "rules": [ { "id": "all", "match": ["*"], "action": "keep" } ] }""", "notes.xyz", "notes.xyz")]
    [DataRow("""{ "rules": [ { "id": "young", "match": ["*.xyz"], "to": "archive/young/", "minAge": "1h" } ] }""", "notes.xyz", "notes.xyz")]
    [DataRow("""{ "rules": [ { "id": "skip", "match": ["*.xyz"], "to": "archive/", "conflict": "skip" } ] }""", "notes.xyz archive/notes.xyz", "notes.xyz")]
    [DataRow("""{ "root": { "policy": "allowlist" } }""", "odd.txt", "odd.txt")]
    [DataRow(Presets, "app.db", "app.db")]
    [DataRow(Presets, "README.md", "README.md")]
    public void AfterTheLineToMove_ItMoves(string config, string files, string path)
    {
        using ExplanationScene scene = Make(config, files);
        Assert.IsNull(ExplanationScene.FateOf(scene.Bench.Plan(), path));

        RunResult after = scene.PlanWith(scene.LineFor(path, AdviceAim.Move));

        Assert.AreEqual("move", ExplanationScene.FateOf(after, path));
    }

    [TestMethod]
    public void ANameThatLooksLikeAPattern_IsStillTheOneMeant()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("no such names");
        using ExplanationScene scene = Make("{ }", "a*b\\c?.xyz");
        RunResult after = scene.PlanWith(scene.LineFor("a*b\\c?.xyz", AdviceAim.Move));
        Assert.AreEqual("move", ExplanationScene.FateOf(after, "a*b\\c?.xyz"));
    }

    [TestMethod]
    [DataRow("one.xyz two.xyz", "*.xyz", false)]
    [DataRow("one.xyz two.xyz three.xyz", "*.xyz", true)]
    [DataRow("one.yml two.yml three.yml", "*.yml", false)] // a preset keeps them
    [DataRow("one.xyz two.xyz three.xyz allowed.xyz", "*.xyz", false)]
    public void ARuleIsForAKind_OnlyWhereNothingSpeaksForAnyOfIt(string files, string pattern, bool isKind)
    {
        using ExplanationScene scene = Make("""{ "extends": ["dotnet"], "root": { "allow": ["allowed.xyz"] } }""", files);
        string line = scene.LineFor(files.Split(' ')[0], AdviceAim.Move).Value;
        Assert.AreEqual(isKind, line.Contains($"[\"{pattern}\"]", StringComparison.Ordinal), line);
    }

    [TestMethod]
    [DataRow("{ }", "build.log", "archive/diagnostics/logs/")]
    [DataRow("""{ "archive": { "path": "old" } }""", "notes.xyz", "old/unsorted/")]
    [DataRow("""{ "archive": { "path": "old" } }""", "build.log", "old/diagnostics/logs/")]
    [DataRow("""{ "rules": [ { "id": "young", "match": ["*.xyz"], "to": "archive/young/", "minAge": "1h" } ] }""", "notes.xyz", "archive/young/")]
    public void ARuleSendsIt_WhereItsKindGoes(string config, string path, string to)
    {
        using ExplanationScene scene = Make(config, path);
        StringAssert.Contains(scene.LineFor(path, AdviceAim.Move).Value, $"\"to\": \"{to}\"");
    }

    [TestMethod]
    public void WhatGitTracks_MovesOnceThatIsAllowed()
    {
        using ExplanationScene scene = Make(Workbench.LogsToArchive, "a.log");
        GitRepository.InitAndAdd(scene.Bench.Root.FullPath, "a.log");
        Assert.AreEqual(EntryStatus.Protected, scene.Explain("a.log").Entry?.Status);

        RunResult after = scene.PlanWith(scene.LineFor("a.log", AdviceAim.Move));

        Assert.AreEqual("move", ExplanationScene.FateOf(after, "a.log"));
    }

    [TestMethod]
    public void WhatAProjectNames_IsNotPromisedToMove()
    {
        using ExplanationScene scene = Make(Workbench.LogsToArchive, "a.log");
        scene.Bench.Write("App.csproj", """<Project><ItemGroup><None Include="a.log" /></ItemGroup></Project>""");
        GitRepository.InitAndAdd(scene.Bench.Root.FullPath, "a.log");

        Explanation told = scene.Explain("a.log");

        CollectionAssert.AreEqual(new[] { "tracked by git", "named by 'App.csproj'" }, told.Protections.ToArray());
        Assert.IsTrue(told.Advice.All(a => a.Line is null));
        Assert.AreEqual(2, told.Advice.Count);
    }

    [TestMethod]
    public void ATrackedFileThatNoRuleNames_IsNotPromisedToMove()
    {
        using ExplanationScene scene = Make(Workbench.LogsToArchive, "new.log kept.xyz");
        GitRepository.InitAndAdd(scene.Bench.Root.FullPath, "kept.xyz");
        Advice advice = scene.Explain("kept.xyz").Advice.Single();
        Assert.IsNull(advice.Line);
        StringAssert.Contains(advice.Text, "git tracks it");
    }

    [TestMethod]
    public void WhereGitWasNotAsked_ThePromiseSaysSo()
    {
        using ExplanationScene scene = Make(Workbench.LogsToArchive, "kept.xyz");
        GitRepository.InitAndAdd(scene.Bench.Root.FullPath, "kept.xyz");
        StringAssert.Contains(scene.Explain("kept.xyz").Advice.Single().Text, "unless git tracks it");
    }

    [TestMethod]
    [DataRow("a.log", "take '*.*' out of root.allow")]
    [DataRow("a.xyz", "take '*.*' out of root.allow, and add a rule")]
    public void WhatIsAllowed_HasNoLine_ButSaysWhichOneIsInTheWay(string path, string text)
    {
        using ExplanationScene scene = Make("""{ "root": { "allow": ["*.*"] }, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/" } ] }""", path);
        Advice advice = scene.Explain(path).Advice.Single();
        Assert.AreEqual((AdviceAim.Move, text, null), (advice.Aim, advice.Text, advice.Line));
    }

    [TestMethod]
    public void AnArchivedKey_IsSuggestedToNobody()
    {
        using ExplanationScene scene = Make(Presets, "server.pfx");
        Assert.AreEqual(AdviceAim.Stay, scene.Explain("server.pfx").Advice.Single().Aim);
    }

    [TestMethod]
    public void WithoutAConfiguration_OneIsWrittenFirst()
    {
        using ExplanationScene scene = Make(Presets, "a.log");
        scene.Bench.Config = ConfigReader.FromPresets(["dotnet"]);
        CollectionAssert.AreEqual(new[] { "dotnet tidy init --preset dotnet" }, scene.Explain("a.log").Advice.Single().Commands.ToArray());
        scene.Bench.Config = ConfigReader.FromPresets(["dotnet", "agents"]);
        CollectionAssert.AreEqual(new[] { "dotnet tidy init" }, scene.Explain("a.log").Advice.Single().Commands.ToArray());
    }

    [TestMethod]
    [DataRow(PendingStatus.Pending, "a.log", "try retry ID, hold queue hold ID, stay queue drop ID")]
    [DataRow(PendingStatus.Held, "a.log", "try queue release ID, stay queue drop ID")]
    [DataRow(PendingStatus.NeedsManual, "a.log", "try retry ID, stay queue drop ID")]
    [DataRow(PendingStatus.Abandoned, "sub/a.log", "try retry ID, forget queue drop ID")]
    public void WhatIsQueued_HasItsCommands(PendingStatus status, string path, string commands)
    {
        using ExplanationScene scene = Make(Workbench.LogsToArchive, path);
        PendingMove item = Queue(scene, path, status);

        string[] said = [.. scene.Explain(path).Advice.Select(a => $"{WireNames.Of(a.Aim)} {a.Commands.Single()["dotnet tidy ".Length..]}")];

        Assert.AreEqual(commands.Replace("ID", item.Id, StringComparison.Ordinal), string.Join(", ", said));
    }

    [TestMethod]
    public void WhatIsQueued_StaysAfterTheCommandAndTheLine()
    {
        using ExplanationScene scene = Make(Workbench.LogsToArchive, "a.log");
        PendingMove item = Queue(scene, "a.log", PendingStatus.Pending);
        ConfigLine line = scene.LineFor("a.log", AdviceAim.Stay);
        Assert.AreEqual("move", ExplanationScene.FateOf(scene.Bench.Plan(), "a.log"));

        new QueueOperations(scene.Bench.Root, OsFiles.Current, scene.Bench.Clock, Store(scene)).Drop([item.Id]);

        Assert.IsNull(ExplanationScene.FateOf(scene.PlanWith(line), "a.log"));
    }

    private static QueueStore Store(ExplanationScene scene) => new(scene.Bench.Root, OsFiles.Current, scene.Bench.Clock, new QueueConfig());

    private static PendingMove Queue(ExplanationScene scene, string path, PendingStatus status)
    {
        PendingMove item = new RetrySchedule(new QueueConfig())
            .NewItem(WorkspacePath.Parse(path), WorkspacePath.Parse("archive/logs/a.log"), QueueScene.Attempt(FailureReason.Locked, scene.Bench.Clock.Now)) with { Status = status };
        Store(scene).Transact(queue => Assert.IsNull(queue.AddOrUpdate(item).Refusal));
        return item;
    }

    /// <param name="files">With blanks between them; <c>=TEXT</c> is the content, <c>=big</c> is old and large enough to compress.</param>
    private static ExplanationScene Make(string config, string files)
    {
        string json = config == "REDUCE" ? Docs.Replace("MODE", "reduce", StringComparison.Ordinal) : config.Replace("MODE", "report", StringComparison.Ordinal);
        ExplanationScene scene = new(json);
        foreach (string file in files.Contains('"') ? [files] : files.Split(' '))
        {
            string[] parts = file.Split('=');
            if (parts.Length == 1)
                scene.With(file);
            else
                scene.Bench.Write(parts[0], parts[1] == "big" ? new string('x', 10_000) : parts[1]);
        }

        scene.Bench.Clock.Advance(DateTimeOffset.UtcNow - scene.Bench.Clock.Now + TimeSpan.FromMinutes(files.Contains("=big", StringComparison.Ordinal) ? 90 : 10));
        return scene;
    }
}
