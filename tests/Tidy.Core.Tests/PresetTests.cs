using Tidy.Core.Configuration;
using Tidy.Core.Rules;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class PresetTests
{
    private static readonly RuleIndex Rules = RulesOf("dotnet", "agents");

    public static IEnumerable<string> Names => Preset.Names;

    /// <summary>The presets, and the layer under them.</summary>
    public static IEnumerable<string> Layers => [.. Preset.Names, "known"];

    [TestMethod]
    public void ThePresets_AreTheseAndNoOther() =>
        CollectionAssert.AreEqual(new[] { "agents", "data", "dotnet", "node", "python", "strict", "windows-debris" }, Preset.Names.ToArray());

    [TestMethod]
    [DynamicData(nameof(Layers))]
    public void EveryRuleOfAPreset_SaysWhyAndStaysInTheArchive(string name)
    {
        TidyConfig preset = Preset.Load(name);
        Assert.IsNotEmpty(preset.Rules);
        foreach (Rule rule in preset.Rules)
        {
            Assert.IsFalse(string.IsNullOrWhiteSpace(rule.Reason), rule.Id);
            Assert.IsFalse(rule.Reason.EndsWith('.'), $"{rule.Id}: the reason is a clause, not a sentence");
            if (rule.Action == RuleAction.Move)
                StringAssert.StartsWith(rule.To, "archive/", rule.Id);
            foreach (IReadOnlyList<string> texts in (IReadOnlyList<string>[])[rule.Match, rule.Except, rule.Words, rule.ExceptContent])
                CollectionAssert.AllItemsAreUnique(texts.Select(p => p.ToUpperInvariant()).ToArray(), rule.Id);
        }
    }

    [TestMethod]
    public void IdsOfAllLayers_AreUnique() =>
        CollectionAssert.AllItemsAreUnique(Layers.SelectMany(name => Preset.Load(name).Rules).Select(rule => rule.Id).ToArray());

    /// <summary>Only rules and the root are taken from a preset; anything else in it would be a setting that does nothing.</summary>
    [TestMethod]
    [DynamicData(nameof(Layers))]
    public void APreset_SetsNothingButRulesAndTheRoot(string name)
    {
        TidyConfig preset = Preset.Load(name);
        Assert.AreEqual(new TidyConfig { Rules = preset.Rules, Root = preset.Root, Presets = preset.Presets }, preset);
        Assert.IsEmpty(preset.Presets);
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void WhatAllPresetsKnow_IsAskedBeforeEachOfThem(string name)
    {
        string[] known = [.. Preset.LoadKnown().Rules.Select(rule => rule.Id)];
        CollectionAssert.AreEqual(known, ConfigReader.FromPresets([name]).Rules.Take(known.Length).Select(rule => rule.Id).ToArray());
    }

    [TestMethod]
    public void ARuleOfTheFile_IsAskedFirst_AndReplacesAKnownOneOfItsId()
    {
        TidyConfig config = ConfigReader.Parse("""{ "extends": ["dotnet"], "rules": [{ "id": "known-projects", "match": ["*.sln"], "action": "report" }] }""", "tidy.json");
        Assert.AreEqual("known-projects", config.Rules[0].Id);
        Assert.HasCount(1, config.Rules.Where(rule => rule.Id == "known-projects"));
        Assert.AreEqual(RuleAction.Report, new RuleIndex(config.Rules).FirstMatch("App.sln", isFolder: false)!.Action);
    }

    [TestMethod]
    public void WithoutPresets_NothingIsKnown() => Assert.IsEmpty(ConfigReader.Parse("{}", "tidy.json").Rules);

    [TestMethod]
    public void TheLayerThatAllShare_IsNoNameForAPreset()
    {
        var e = Assert.ThrowsExactly<TidyException>(() => ConfigReader.Parse("""{ "extends": ["known"] }""", "tidy.json"));
        StringAssert.Contains(e.Message, "'extends[0]' names no preset: 'known'");
    }

    [TestMethod]
    [DataRow("msbuild.binlog", "binlogs")]
    [DataRow("build.log", "logs")]
    [DataRow("app.log.1", "logs")]
    [DataRow("build_errors_3.txt", "output-dumps")]
    [DataRow("Nightly.trx", "test-reports")]
    [DataRow("coverage.cobertura.xml", "test-reports")]
    [DataRow("app.dmp", "dumps")]
    [DataRow("core.4711", "dumps")]
    [DataRow("hs_err_pid42.log", "dumps")]
    [DataRow("trace.nettrace", "traces")]
    [DataRow("Api.Get.received.txt", "received-snapshots")]
    [DataRow("BenchmarkDotNet.Artifacts/", "benchmarks")]
    [DataRow("Program.cs.orig", "merge-leftovers")]
    [DataRow("Program.cs.bak", "backups")]
    [DataRow("~$Budget.xlsx", "temporary-files")]
    [DataRow("App_x1y2_wpftmp.csproj", "temporary-projects")]
    [DataRow("telemetry.db", "databases")]
    [DataRow("telemetry.db-wal", "databases")]
    [DataRow("telemetry.sqlite3", "databases")]
    [DataRow("Shop.mdf", "databases")]
    [DataRow("Shop.bak", "unclear-backups")]
    [DataRow("Thumbs.db", "os-debris")]
    [DataRow("signing.pfx", "secrets")]
    [DataRow("id_rsa", "secrets")]
    [DataRow(".env", "secrets")]
    [DataRow("App.1.0.0.nupkg", "packages")]
    [DataRow("MIGRATION_COMPLETE_SUMMARY.md", "reports")]
    [DataRow("AUTH_FIX.md", "status-reports")]
    [DataRow("REFACTORING_PLAN.md", "plans")]
    [DataRow("PERFORMANCE_ANALYSIS.md", "research")]
    [DataRow("REVIEW_PROMPT.md", "prompts")]
    [DataRow("fix_imports.py", "scratch-scripts")]
    [DataRow("tmp_probe.json", "scratch-scripts")]
    [DataRow("test_login.cs", "scratch-code")]
    [DataRow("TestLog_PlayMode.txt", "test-results")]
    [DataRow("warnings_final_v2_utf8.txt", "output-dumps")]
    [DataRow("BuildOutput7.txt", "output-dumps")]
    [DataRow("PROFILE_PAGES_SEEDED.md", "done-reports")]
    [DataRow("cart_checkout_complete.md", "status-reports")]
    [DataRow("SUMMARY.md", "reports")]
    [DataRow("rename_usings.py", "scratch-programs")]
    [DataRow("FixEncoding.ps1", "scratch-fixes")]
    [DataRow("login_response.json", "scratch-data")]
    [DataRow("feature.patch", "patches")]
    [DataRow("=0.1.9", "redirect-accidents")]
    public void KindsOfClutter_AreKnown(string name, string rule) => Assert.AreEqual(rule, Flagged(name));

    [TestMethod]
    [DataRow("node", "npm-debug.log.1", "node-logs")]
    [DataRow("node", "report.20260101.120000.4711.0.001.json", "node-reports")]
    [DataRow("node", "App.tsbuildinfo", "node-caches")]
    [DataRow("node", "eslint-errors.txt", "node-lint-output")]
    [DataRow("python", ".coverage", "python-coverage")]
    [DataRow("python", "app.prof", "python-profiles")]
    [DataRow("python", "Untitled1.ipynb", "unnamed-notebooks")]
    [DataRow("python", "a.py", "one-letter-programs")]
    [DataRow("data", "orders_export.csv", "data-exports")]
    [DataRow("data", "prices-2026-01-31.csv", "dated-data")]
    [DataRow("data", "points.parquet", "tables")]
    [DataRow("data", "net.onnx", "models")]
    [DataRow("windows-debris", "~$Budget.xlsx", "office-locks")]
    [DataRow("windows-debris", "Tool - Shortcut.lnk", "shortcuts")]
    [DataRow("windows-debris", "New Text Document (2).txt", "unnamed-files")]
    [DataRow("windows-debris", "Screenshot 2026-01-31 120000.png", "desktop-pictures")]
    [DataRow("windows-debris", "Thumbs.db", "os-debris")]
    public void EachPreset_KnowsItsKinds(string preset, string name, string rule) => Assert.AreEqual(rule, RulesOf(preset).FirstMatch(name, isFolder: false)?.Id);

    /// <summary>What lies beside it, or how large it is, says more than its name.</summary>
    [TestMethod]
    [DataRow("Notes.txt.old", "Notes.txt", "copies")]
    [DataRow("Shop.bak", "Shop", "copies")]
    [DataRow("Shop.bak", "Shop.sln", "unclear-backups")]
    [DataRow("Backup/", "UpgradeLog.htm", "upgrade-backups")]
    [DataRow("Backup/", "UpgradeLog.md", null)]
    [DataRow("Shop.xml", "Shop.dll", "build-documentation")]
    [DataRow("Shop.xml", "Other.dll", null)]
    [DataRow("SPEED_ANALYSIS.pdf", "SPEED_ANALYSIS.md", "report-copies")]
    [DataRow("SPEED_ANALYSIS.pdf", "README.md", null)]
    [DataRow("test_login.cs", "Shop.csproj", "scratch-code-of-a-project")]
    [DataRow("TempTable.cs", "Shop.csproj", null)]
    [DataRow("TempTable.cs", "Shop.sln", "scratch-code")]
    [DataRow("test_login.py", "README.md", "scratch-tests")]
    [DataRow("test_login.py", "pytest.ini", null)]
    [DataRow("SUMMARY.md", "book.toml", null)]
    public void WhatLiesBeside_Decides(string name, string sibling, string? rule) =>
        Assert.AreEqual(rule, Flagged(Rules, new NamedEntry(name.TrimEnd('/'), name.EndsWith('/')) { Siblings = [sibling] }));

    [TestMethod]
    [DataRow("app.cs", "#:package Humanizer@2.14.1")]
    [DataRow("fix_imports.py", "# tidy:keep")]
    [DataRow("test_math.py", "import pytest")]
    [DataRow("RELEASE_STATUS.md", "<!-- tidy:keep -->")]
    [DataRow("build_status.md", "---\nlayout: page\n---")]
    public void Content_CanKeepAFileAndNeverCondemnsOne(string name, string content)
    {
        string scratch = name.Replace("app", "test_app", StringComparison.Ordinal);
        Assert.IsNull(Flagged(Rules, new NamedEntry(scratch) { Content = content }));
        Assert.IsNotNull(Flagged(Rules, new NamedEntry(scratch) { Content = "" }));
        Assert.IsNull(Flagged(Rules, new NamedEntry("Program.cs") { Content = "scratch log debug fix" }));
    }

    [TestMethod]
    [DataRow("fix_imports.py")]
    [DataRow("BUILD_STATUS.md")]
    [DataRow("check_links.ps1")]
    [DataRow("test_payload.json")]
    public void WhatTheRepositoryMentions_Stays(string name) => Assert.IsNull(Flagged(Rules, new NamedEntry(name) { MentionedBy = "README.md" }));

    [TestMethod]
    [DataRow("core", 2_000_000, "core-files")]
    [DataRow("core", 2_000, null)]
    public void ACoreFile_IsLarge(string name, long size, string? rule) => Assert.AreEqual(rule, Flagged(Rules, new NamedEntry(name) { Size = size }));

    [TestMethod]
    [DataRow("README_FIXES.md")]
    [DataRow("PublicAPI.Shipped.txt")]
    [DataRow("expected-failures.txt")]
    [DataRow("BuildTools.txt")]
    [DataRow("compile_flags.txt")]
    [DataRow("ERROR_CODES.md")]
    [DataRow("bug-report.md")]
    [DataRow("GitVersion.yml")]
    [DataRow("Fixie.sln")]
    [DataRow("testEnvironments.json")]
    [DataRow("update-dependencies.ps1")]
    [DataRow("push-debug-build.ps1")]
    [DataRow("fix-line-endings.sh")]
    [DataRow("screenshot.png")]
    [DataRow("system_prompt.txt")]
    [DataRow("nuget.exe")]
    [DataRow("build.csx")]
    [DataRow("search.js")]
    [DataRow("DESIGN_NOTES.md")]
    [DataRow("INTEGRATION_TESTS.md")]
    [DataRow("sample-request.json")]
    [DataRow("check-file-headers.ps1")]
    [DataRow("CHANGELOG.txt")]
    [DataRow("RELEASE_NOTES.md")]
    [DataRow("ROADMAP.md")]
    [DataRow("MIGRATION_GUIDE.md")]
    [DataRow("UPGRADING.md")]
    [DataRow("BUILDING.md")]
    [DataRow("SECURITY.md")]
    [DataRow("AGENTS.md")]
    [DataRow("CLAUDE.md")]
    [DataRow(".env.example")]
    [DataRow("Company.snk")]
    [DataRow("id_rsa.pub")]
    [DataRow("Debug.props")]
    [DataRow("test.sh")]
    [DataRow("Program.cs")]
    [DataRow("appsettings.json")]
    public void WhatBelongsAtTheRoot_StaysUnderAllPresets(string name)
    {
        Assert.IsNull(Flagged(name));
        Assert.IsNull(Flagged(RulesOf([.. Preset.Names]), new NamedEntry(name)));
    }

    /// <summary>The design forbids a preset to move these, whatever else their names look like.</summary>
    [TestMethod]
    [DataRow("tmp_test.db")]
    [DataRow("backup_old.sqlite")]
    [DataRow("debug_20260101.db")]
    [DataRow("test_output.mdf")]
    [DataRow("scratch.pfx")]
    [DataRow("temp.key")]
    [DataRow("fix_data.db.bak")]
    [DataRow("~$secrets.pfx")]
    [DataRow("export.sqlite3")]
    [DataRow("orders_20260101.db")]
    [DataRow("Untitled.kdbx")]
    [DataRow("a.mdb")]
    [DataRow(".env.production")]
    public void DatabasesAndSecrets_AreReportedAndNeverMoved(string name)
    {
        foreach (string preset in Preset.Names)
            Assert.AreEqual(RuleAction.Report, RulesOf(preset).FirstMatch(name, isFolder: false)!.Action, preset);
    }

    private static RuleIndex RulesOf(params string[] presets) => new(ConfigReader.FromPresets(presets).Rules);

    private static string? Flagged(string name) => Flagged(Rules, new NamedEntry(name.TrimEnd('/'), name.EndsWith('/')));

    private static string? Flagged(RuleIndex rules, NamedEntry entry) => rules.FirstMatch(entry) is { Action: not RuleAction.Keep } rule ? rule.Id : null;
}
