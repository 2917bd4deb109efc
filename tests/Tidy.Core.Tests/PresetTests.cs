using Tidy.Core.Configuration;
using Tidy.Core.Rules;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class PresetTests
{
    private static readonly RuleIndex Rules = new(ConfigReader.FromPresets(["dotnet", "agents"]).Rules);

    public static IEnumerable<string> Names => Preset.Names;

    /// <summary>Distinct root names of 53 well-kept public .NET repositories (November 2026); a trailing slash means folders.</summary>
    private static string[] CleanNames => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Roots", "clean-names.txt"));

    [TestMethod]
    public void ThePresets_AreThoseOfTheDesign() => CollectionAssert.AreEqual(new[] { "agents", "dotnet" }, Preset.Names.ToArray());

    [TestMethod]
    [DynamicData(nameof(Names))]
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
            CollectionAssert.AllItemsAreUnique(rule.Match.Select(p => p.ToUpperInvariant()).ToArray(), rule.Id);
        }
    }

    [TestMethod]
    public void IdsOfAllPresets_AreUnique() =>
        CollectionAssert.AllItemsAreUnique(Preset.Names.SelectMany(name => Preset.Load(name).Rules).Select(rule => rule.Id).ToArray());

    /// <summary>Only rules and allowed entries are taken from a preset; anything else in it would be a setting that does nothing.</summary>
    [TestMethod]
    [DynamicData(nameof(Names))]
    public void APreset_SetsNothingButRulesAndAllowedEntries(string name)
    {
        TidyConfig preset = Preset.Load(name);
        Assert.AreEqual(new TidyConfig { Rules = preset.Rules, Root = preset.Root, Presets = preset.Presets }, preset);
        Assert.IsEmpty(preset.Presets);
    }

    [TestMethod]
    public void NamesOfWellKeptRepositories_AreLeftAlone()
    {
        string[] names = CleanNames;
        Assert.IsGreaterThan(400, names.Length);
        string[] flagged = [.. from name in names let rule = Flagged(name) where rule is not null select $"{name} ({rule})"];
        Assert.AreEqual("", string.Join(", ", flagged));
    }

    [TestMethod]
    [DataRow("msbuild.binlog", "binlogs")]
    [DataRow("build.log", "logs")]
    [DataRow("app.log.1", "logs")]
    [DataRow("build_errors_3.txt", "output-dumps")]
    [DataRow("Nightly.trx", "test-results")]
    [DataRow("coverage.cobertura.xml", "test-results")]
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
    [DataRow("AUTH_FIX.md", "reports")]
    [DataRow("REFACTORING_PLAN.md", "plans")]
    [DataRow("PERFORMANCE_ANALYSIS.md", "research")]
    [DataRow("REVIEW_PROMPT.md", "prompts")]
    [DataRow("fix_imports.py", "scratch-scripts")]
    [DataRow("tmp_probe.json", "scratch-scripts")]
    [DataRow("test_login.cs", "scratch-code")]
    [DataRow("feature.patch", "patches")]
    [DataRow("=0.1.9", "redirect-accidents")]
    public void KindsOfClutter_AreKnown(string name, string rule) => Assert.AreEqual(rule, Flagged(name));

    [TestMethod]
    [DataRow("README_FIXES.md")]
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
    public void WhatBelongsAtTheRoot_Stays(string name) => Assert.IsNull(Flagged(name));

    /// <summary>The design forbids a preset to move these, whatever else their names look like.</summary>
    [TestMethod]
    [DataRow("tmp_test.db")]
    [DataRow("backup_old.sqlite")]
    [DataRow("debug_20260101.db")]
    [DataRow("test_output.mdf")]
    [DataRow("scratch.pfx")]
    [DataRow("temp.key")]
    [DataRow("fix_data.db.bak")]
    public void DatabasesAndSecrets_AreReportedAndNeverMoved(string name) =>
        Assert.AreEqual(RuleAction.Report, Rules.FirstMatch(name, isFolder: false)!.Action);

    private static string? Flagged(string name)
    {
        bool isFolder = name.EndsWith('/');
        Rule? rule = Rules.FirstMatch(name.TrimEnd('/'), isFolder);
        return rule is null || rule.Action == RuleAction.Keep ? null : rule.Id;
    }
}
