using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tidy.Package.Tests.Builds;

/// <summary>The same workspace through a build and through the command line has the same report.</summary>
[TestClass]
public partial class SameReportTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    [TestMethod]
    public void Apply_ByABuildAndByHand_ReportsTheSame()
    {
        using BuildRepository built = Scene();
        using BuildRepository byHand = Scene();
        using var heldInOne = new HeldFile(built.At("held.log"));
        using var heldInOther = new HeldFile(byHand.At("held.log"));

        built.Build("src/p1", $"-p:TidyReportFile={built.Beside("report.json")}").WithExit(0).WithStarts("apply").WithWarnings("TIDY1001");
        byHand.Tidy("apply", "--min-age", "24h", "--allow-pending", "--report", byHand.Beside("report.json")).WithExit(0);

        JsonNode report = Report(built);
        AssertSame(report, Report(byHand));
        string[] statuses = [.. report["entries"]!.AsArray().Select(e => e!["status"]!.GetValue<string>()).Distinct().Order(StringComparer.Ordinal)];
        CollectionAssert.AreEqual(new[] { "moved", "protected", "queued", "skipped" }, statuses, "the scene has one of each");
        Assert.Contains("TIDY2003", report["findings"]!.AsArray().Select(f => f!["code"]!.GetValue<string>()));
    }

    [TestMethod]
    public void Verify_ByABuildAndByHand_ReportsTheSame()
    {
        using BuildRepository built = Scene();
        using BuildRepository byHand = Scene();

        BuildAnswer build = built.Build("src/p1", "-p:TidyMode=verify", $"-p:TidyReportFile={built.Beside("report.json")}").WithExit(0).WithStarts("verify");
        byHand.Tidy("verify", "--report", byHand.Beside("report.json")).WithExit(1);

        JsonNode report = Report(built);
        AssertSame(report, Report(byHand));
        // The build warns of exactly what the report says is out of place or wrong.
        int strays = report["entries"]!.AsArray().Count(e => e!["code"]?.GetValue<string>() == "TIDY2001");
        int findings = report["findings"]!.AsArray().Count(f => f!["level"]!.GetValue<string>() != "note");
        Assert.IsGreaterThan(2, strays);
        Assert.HasCount(strays + findings, build.TidyWarnings, build.ToString());
    }

    /// <summary>One file for each way to end: moved, moved under another name, protected, too young, in use, only reported.</summary>
    private static BuildRepository Scene()
    {
        var repository = BuildRepository.WithPackage();
        repository.Write("tracked.log", "kept by git");
        repository.Write("Directory.Build.targets", "<Project><!-- named.log --></Project>\n");
        repository.CommitAll();
        foreach (string name in new[] { "moved.log", "taken.log", "named.log", "held.log", "app.db", "trace.binlog" })
            File.SetLastWriteTimeUtc(repository.OldStray(name), new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        repository.Write("archive/diagnostics/logs/taken.log", "was here first");
        repository.Stray("young.log", TimeSpan.FromHours(1));
        return repository;
    }

    private static JsonNode Report(BuildRepository repository)
    {
        JsonNode report = JsonNode.Parse(File.ReadAllText(repository.Beside("report.json")))!;
        Assert.AreEqual(repository.Root, report["workspace_root"]!.GetValue<string>());
        foreach (string key in new[] { "run_id", "started_at", "duration_ms", "workspace_root" })
            Replace(report, key);
        foreach (JsonNode? entry in report["entries"]!.AsArray())
        {
            Replace(entry!, "next_eligible_at");
            if (entry!["message"]?.GetValue<string>() is { } message)
                entry["message"] = ProcessOrTime().Replace(message, "");
            foreach (JsonNode? holder in entry["holders"]!.AsArray())
            {
                Replace(holder!, "pid");
                Replace(holder!, "started_at");
            }
        }

        return report;
    }

    /// <summary>What is another one in each run or on each machine: that it is there, and not what it is.</summary>
    private static void Replace(JsonNode node, string key)
    {
        Assert.IsTrue(node.AsObject().ContainsKey(key), key);
        if (node[key] is not null)
            node[key] = "";
    }

    [GeneratedRegex(@"\(\d+\)|\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ")]
    private static partial Regex ProcessOrTime();

    private static void AssertSame(JsonNode one, JsonNode other) => Assert.AreEqual(one.ToJsonString(Readable), other.ToJsonString(Readable));
}
