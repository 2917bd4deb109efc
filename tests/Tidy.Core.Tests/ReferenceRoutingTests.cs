using Tidy.Core.Configuration;
using Tidy.Core.Rules;

namespace Tidy.Core.Tests;

/// <summary>An allowlist with rules can say what the reference system's root routing does, without what it gets wrong.</summary>
[TestClass]
public sealed class ReferenceRoutingTests
{
    private static readonly TidyConfig Config = ConfigReader.Read(SampleFiles.Config("reference-system"));
    private static readonly AllowIndex Allowed = new(Config.Root.Allow);
    private static readonly RuleIndex Rules = new(Config.Rules);

    [TestMethod]
    [DataRow("telemetry_seed_debug_1.db", "archive/data/databases/telemetry_seeds/debug/")]
    [DataRow("my_telemetry_seed_final.db", "archive/data/databases/telemetry_seeds/final/")]
    [DataRow("telemetry_seed_v5.db", "archive/data/databases/telemetry_seeds/")]
    [DataRow("autopack_legacy.db", "archive/data/databases/legacy/")]
    [DataRow("autopack_telemetry.db", "archive/data/databases/telemetry_seeds/")]
    [DataRow("autopack_20251211.db", "archive/data/databases/backups/")]
    [DataRow("schema_mismatch.db", "archive/data/databases/debug_snapshots/")]
    [DataRow("test_run.db", "archive/data/databases/test_artifacts/")]
    [DataRow("fileorganizer.db", "archive/data/databases/misc/")]
    [DataRow("test_api.py", "scripts/test/")]
    [DataRow("check_api.py", "scripts/backend/")]
    [DataRow("ui_check.py", "scripts/frontend/")]
    [DataRow("probe_model.py", "scripts/temp/")]
    [DataRow("rename.py", "scripts/utility/")]
    [DataRow("BUILD-142_NOTES.md", "archive/reports/")]
    [DataRow("DEBUG_PARSER.md", "archive/diagnostics/")]
    [DataRow("IMPLEMENTATION_PLAN.md", "archive/plans/")]
    [DataRow("PROMPT_FOR_REVIEW.md", "archive/prompts/")]
    [DataRow("COST_ANALYSIS_2025.md", "archive/research/")]
    [DataRow("SUMMARY_OF_WORK.md", "archive/reports/")]
    [DataRow("THOUGHTS.md", "archive/unsorted/")]
    [DataRow("run.log", "archive/diagnostics/logs/")]
    [DataRow("phase_3.json", "archive/plans/")]
    [DataRow("metrics.json", "archive/unsorted/")]
    [DataRow("build_failure.json", "archive/diagnostics/")]
    [DataRow("deploy.ps1", "scripts/utility/")]
    [DataRow("policy.yaml", "archive/plans/")]
    [DataRow("=0.1.9", "archive/unsorted/")]
    [DataRow("stuff/", "archive/misc/root_directories/")]
    public void StrayEntries_GoWhereTheReferenceSystemPutsThem(string name, string to) => Assert.AreEqual(to, Route(name));

    /// <summary>A33: known folders end one level too deep there (archive/reports/reports).</summary>
    [TestMethod]
    [DataRow("code/", "archive/experiments/research_code/")]
    [DataRow("logs/", "archive/diagnostics/logs/autopack/")]
    [DataRow("reports/", "archive/reports/")]
    [DataRow("tracer_bullet/", "archive/experiments/tracer_bullet/")]
    [DataRow("fileorganizer/", ".autonomous_runs/file-organizer-app-v1/src/fileorganizer/")]
    public void A33_KnownFolders_GoToTheirPlace_NotIntoIt(string name, string to) => Assert.AreEqual(to, Config.Migrations.Single(m => m.From == name).To);

    [TestMethod]
    [DataRow("build_x.py")]
    [DataRow("capital.py")]
    public void WordsAreNotFoundInsideOthers(string name) => Assert.AreEqual("scripts/utility/", Route(name));

    [TestMethod]
    [DataRow(".gitattributes")]
    [DataRow(".editorconfig")]
    [DataRow(".env.example")]
    [DataRow(".pre-commit-config.yaml")]
    [DataRow("SECURITY.md")]
    [DataRow("vitest.config.ts")]
    [DataRow("Cargo.toml")]
    [DataRow("autopack.db")]
    [DataRow("docker-compose.dev.yml")]
    [DataRow(".vscode/")]
    [DataRow("src/")]
    public void WhatTheReferenceSystemAllows_OrWronglyMovesAway_Stays(string name) => Assert.IsNull(Route(name));

    private static string? Route(string name)
    {
        bool isFolder = name.EndsWith('/');
        string bare = name.TrimEnd('/');
        return Allowed.FirstMatch(bare, isFolder) is null ? Rules.FirstMatch(bare, isFolder)?.To : null;
    }
}
