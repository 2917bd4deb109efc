using Tidy.Core.Configuration;
using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class ConfigReaderTests
{
    [TestMethod]
    public void EveryKey_ReachesTheConfiguration()
    {
        TidyConfig config = ConfigReader.Parse(
            """
            {
              // comments and trailing commas are fine
              "$schema": "x", "version": 1,
              "root": { "policy": "allowlist", "allow": [ "*.slnx", { "path": "src/", "reason": "the code" }, ] },
              "rules": [ { "id": "a", "match": ["*.a"], "except": ["b.a"], "to": "archive/logs", "conflict": "deduplicate", "minAge": "2h", "reason": "why" },
                         { "id": "r", "match": ["*.r"], "action": "report", "code": "TIDY2003" },
                         { "id": "k", "match": ["*.k"], "action": "keep" } ],
              "archive": { "path": "attic/old", "commit": true },
              "queue": { "baseBackoff": "1m", "maxBackoff": "2h", "maxAttempts": 3, "abandonAfter": "7d", "order": "oldest", "maxItems": 5, "maxBytes": "1.5GB" },
              "journal": { "keepLast": 3, "keepFor": "90d" },
              "git": { "tracked": "move" }, "inUse": "locked", "build": { "minAge": "0s" }, "limits": { "maxMoves": 7, "maxBytes": 8 }
            }
            """,
            "tidy.json");
        Assert.AreEqual(RootPolicy.Allowlist, config.Root.Policy);
        CollectionAssert.AreEqual(new[] { new AllowedEntry("*.slnx", null), new AllowedEntry("src/", "the code") }, config.Root.Allow.ToArray());
        Rule rule = config.Rules[0];
        Assert.AreEqual(("a", RuleAction.Move, "archive/logs/", ConflictMode.Deduplicate, TimeSpan.FromHours(2), "why"), (rule.Id, rule.Action, rule.To, rule.Conflict, rule.MinAge, rule.Reason));
        Assert.AreEqual("b.a", rule.Except.Single());
        Assert.AreEqual((RuleAction.Report, Codes.Database, (string?)null), (config.Rules[1].Action, config.Rules[1].Code, config.Rules[1].To));
        Assert.AreEqual(RuleAction.Keep, config.Rules[2].Action);
        Assert.AreEqual(("attic/old", true), (config.Archive.Path, config.Archive.Commit));
        var queue = new QueueConfig
        {
            BaseBackoff = TimeSpan.FromMinutes(1), MaxBackoff = TimeSpan.FromHours(2), MaxAttempts = 3, AbandonAfter = TimeSpan.FromDays(7),
            Order = QueueOrder.Oldest, MaxItems = 5, MaxBytes = 1_500_000_000,
        };
        Assert.AreEqual(queue, config.Queue);
        Assert.AreEqual(new JournalConfig { KeepLast = 3, KeepFor = TimeSpan.FromDays(90) }, config.Journal);
        Assert.AreEqual((TrackedFilesPolicy.Move, InUsePolicy.Locked, TimeSpan.Zero), (config.Tracked, config.InUse, config.BuildMinAge));
        Assert.AreEqual(new LimitsConfig { MaxMoves = 7, MaxBytes = 8 }, config.Limits);
    }

    [TestMethod]
    [DataRow("{}")]
    [DataRow("""{ "version": null, "inUse": null, "docs": null, "archive": { "path": null, "commit": null }, "root": { "policy": null, "allow": null } }""")]
    [DataRow("""{ "root": null, "rules": null, "queue": {}, "journal": {}, "git": {}, "build": {}, "limits": {}, "archive": {} }""")]
    public void WhatIsLeftOut_HasItsDefault(string json)
    {
        TidyConfig config = ConfigReader.Parse(json, "tidy.json");
        var defaults = new TidyConfig();
        Assert.AreEqual(defaults.Queue, config.Queue);
        Assert.AreEqual(defaults.Limits, config.Limits);
        Assert.AreEqual(new JournalConfig { KeepLast = 50, KeepFor = null }, config.Journal);
        Assert.AreEqual((RootPolicy.Clutter, TrackedFilesPolicy.Keep, InUsePolicy.Any), (config.Root.Policy, config.Tracked, config.InUse));
        Assert.AreEqual((defaults.Archive.Path, defaults.BuildMinAge, false), (config.Archive.Path, config.BuildMinAge, config.Archive.Commit));
        Assert.IsEmpty(config.Rules);
        Assert.IsNull(config.File);
    }

    [TestMethod]
    public void RulesOfTheFile_ComeFirst_AndReplaceThoseOfAPresetById()
    {
        TidyConfig config = ConfigReader.Parse(
            """{ "extends": ["agents", "dotnet"], "rules": [ { "id": "binlogs", "match": ["*.binlog"], "to": "logs/" }, { "id": "own", "match": ["*.x"], "to": "x/" } ] }""",
            "tidy.json");
        Assert.AreEqual("binlogs", config.Rules[0].Id);
        Assert.AreEqual("logs/", config.Rules.Single(rule => rule.Id == "binlogs").To);
        string[] expected = ["binlogs", "own", .. Preset.LoadKnown().Rules.Select(r => r.Id), .. Preset.Load("agents").Rules.Select(r => r.Id), .. Preset.Load("dotnet").Rules.Select(r => r.Id).Where(id => id != "binlogs")];
        CollectionAssert.AreEqual(expected, config.Rules.Select(rule => rule.Id).ToArray());
        CollectionAssert.AreEqual(new[] { "agents", "dotnet" }, config.Presets.ToArray());
    }

    [TestMethod]
    public void DestinationsOfPresets_FollowTheArchive()
    {
        TidyConfig config = ConfigReader.Parse("""{ "extends": ["dotnet"], "archive": { "path": "attic" }, "rules": [ { "id": "own", "match": ["x"], "to": "archive/" } ] }""", "tidy.json");
        Assert.AreEqual("archive/", config.Rules[0].To);
        Assert.IsTrue(config.Rules.Skip(1).All(rule => rule.To?.StartsWith("attic/", StringComparison.Ordinal) != false));
    }

    [TestMethod]
    public void EveryKeyOfTheSectionsOfPhases_ReachesTheConfiguration()
    {
        TidyConfig config = ConfigReader.Parse(
            """
            {
              "migrations": [ { "from": "organizer", "to": ".autonomous_runs/organizer/src/", "conflict": "deduplicate" } ],
              "docs": { "path": "doc/", "truthSources": ["HISTORY.md"], "allow": ["*_GUIDE.md"], "allowDirs": ["guides", "api/"], "mode": "reduce" },
              "runs": { "path": "runs", "match": ["run-*"], "keepLast": 3, "minAge": "1h", "protect": ["base*/"], "archiveTo": "old/runs", "orphans": ["*.out"], "orphansTo": "old/logs/", "baselines": [] },
              "archive": { "buckets": ["plans", "diagnostics/logs/"], "deduplicate": true, "index": true, "retention": { "olderThan": "365d", "action": "compress" } },
              "required": [ "README.md", "src/", { "path": "docs/INDEX.md", "reason": "start here", "template": "# Index\n" } ]
            }
            """,
            "tidy.json");
        Assert.AreEqual(new Migration("organizer/", ".autonomous_runs/organizer/src/", ConflictMode.Deduplicate), config.Migrations.Single());
        Assert.AreEqual(("doc", DocsMode.Reduce, "HISTORY.md", "*_GUIDE.md", "guides/ api/"),
            (config.Docs!.Path, config.Docs.Mode, config.Docs.TruthSources.Single(), config.Docs.Allow.Single(), string.Join(' ', config.Docs.AllowDirs)));
        RunsConfig runs = config.Runs!;
        Assert.AreEqual(("runs", "run-*/", 3, TimeSpan.FromHours(1), "base*/"), (runs.Path, runs.Match.Single(), runs.KeepLast, runs.MinAge, runs.Protect.Single()));
        Assert.AreEqual(("old/runs/", "*.out", "old/logs/", 0), (runs.ArchiveTo, runs.Orphans.Single(), runs.OrphansTo, runs.Baselines.Count));
        Assert.AreEqual((true, true, new RetentionConfig(TimeSpan.FromDays(365), RetentionAction.Compress), "plans diagnostics/logs"),
            (config.Archive.Deduplicate, config.Archive.Index, config.Archive.Retention, string.Join(' ', config.Archive.Buckets)));
        RequiredEntry[] expected =
        [
            new(WorkspacePath.Parse("README.md"), IsFolder: false, Reason: null, Template: null),
            new(WorkspacePath.Parse("src"), IsFolder: true, Reason: null, Template: null),
            new(WorkspacePath.Parse("docs/INDEX.md"), IsFolder: false, "start here", "# Index\n"),
        ];
        CollectionAssert.AreEqual(expected, config.Required.ToArray());
    }

    [TestMethod]
    public void SectionsOfPhases_AreAbsentUnlessWritten()
    {
        TidyConfig config = ConfigReader.Parse("""{ "archive": { "index": null }, "docs": null }""", "tidy.json");
        Assert.IsTrue(config is { Docs: null, Runs: null, Archive.IsTended: false });
        Assert.IsTrue(ConfigReader.Parse("""{ "docs": {}, "runs": {} }""", "tidy.json") is { Docs.Mode: DocsMode.Report, Runs.KeepLast: 10 });
    }

    [TestMethod]
    public void AFileOnDisk_MayStartWithAByteOrderMark_AndIsRemembered()
    {
        using var workspace = new TemporaryWorkspace();
        File.WriteAllText(workspace.At("tidy.json"), """{ "inUse": "off" }""", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        TidyConfig config = ConfigReader.Read(workspace.At("tidy.json"));
        Assert.AreEqual(InUsePolicy.Off, config.InUse);
        Assert.AreEqual(workspace.At("tidy.json"), config.File);
    }

    [TestMethod]
    public void APresetThatDoesNotExist_IsAUsageError()
    {
        TidyException e = Assert.ThrowsExactly<TidyException>(() => ConfigReader.FromPresets(["dotnte"]));
        Assert.AreEqual("--preset names no preset: 'dotnte'; did you mean 'dotnet'? Valid values are agents, data, dotnet, node, python, strict, windows-debris.", e.Message);
        Assert.AreEqual(ExitCode.Usage, e.Exit);
    }

    [TestMethod]
    [DataRow("0s", 0)]
    [DataRow("90s", 90)]
    [DataRow("5m", 300)]
    [DataRow("24h", 86_400)]
    [DataRow("30d", 2_592_000)]
    [DataRow("2d", 172_800)]
    public void Durations_AreReadAndWritten(string text, int seconds)
    {
        Assert.IsTrue(Duration.TryParse(text, out TimeSpan value));
        Assert.AreEqual(seconds, (int)value.TotalSeconds);
        Assert.AreEqual(text, Duration.Format(value));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("5")]
    [DataRow("-5m")]
    [DataRow("1.5h")]
    [DataRow("h")]
    [DataRow("5 m")]
    [DataRow("5w")]
    [DataRow("99999999d")]
    public void TextsThatAreNoDuration_AreRefused(string text) => Assert.IsFalse(Duration.TryParse(text, out _));

    [TestMethod]
    [DataRow("0", 0L)]
    [DataRow("10GB", 10_000_000_000L)]
    [DataRow("1.5 mb", 1_500_000L)]
    [DataRow("7B", 7L)]
    [DataRow("2TB", 2_000_000_000_000L)]
    public void Sizes_AreDecimal(string text, long bytes)
    {
        Assert.IsTrue(ByteSize.TryParse(text, out long value));
        Assert.AreEqual(bytes, value);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("GB")]
    [DataRow("-1GB")]
    [DataRow("1GiB")]
    [DataRow("1,5GB")]
    [DataRow("99999999999TB")]
    public void TextsThatAreNoSize_AreRefused(string text) => Assert.IsFalse(ByteSize.TryParse(text, out _));
}
