using System.Globalization;
using Tidy.Core.Activity;
using Tidy.Core.Metrics;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class MetricsTests
{
    private static WorkspaceFigures Read(Workbench bench, string name = "shop") => new FiguresReader(bench.Services).Read(bench.Root, name);

    private static string Text(bool isOpenMetrics, params WorkspaceFigures[] figures)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        new MetricsText(text, isOpenMetrics).Write(figures);
        return text.ToString();
    }

    /// <summary>Two files moved, one of them after it was in use for two runs, and one that is in use still.</summary>
    private static Workbench Busy()
    {
        Workbench bench = new();
        bench.Write("a.log", "12345");
        bench.Write("b.log", "123");
        bench.Write("secret-customer.log", "12345678");
        bench.Files.OnProbe = path => path != bench.At("b.log") ? FileUse.InUse : null;
        bench.Apply();
        bench.Clock.Advance(TimeSpan.FromMinutes(6));
        bench.Apply();
        bench.Files.OnProbe = path => path == bench.At("secret-customer.log") ? FileUse.InUse : null;
        bench.Apply();
        bench.Clock.Advance(TimeSpan.FromMinutes(54));
        return bench;
    }

    [TestMethod]
    public void Text_OfAWorkspaceAtWork_HasItsNumbers()
    {
        using Workbench bench = Busy();
        string[] lines = Text(isOpenMetrics: true, Read(bench)).Split('\n');
        foreach (string line in (string[])[
            "tidy_up{workspace=\"shop\"} 1",
            "tidy_runs_total{workspace=\"shop\",command=\"apply\",result=\"pending\"} 3",
            "tidy_moved_files_total{workspace=\"shop\"} 2",
            "tidy_moved_size_bytes_total{workspace=\"shop\"} 8",
            "tidy_queued_files_total{workspace=\"shop\"} 2",
            "tidy_attempts_total{workspace=\"shop\",result=\"queued\",reason=\"locked\"} 2",
            "tidy_attempts_total{workspace=\"shop\",result=\"waiting\",reason=\"locked\"} 2",
            "tidy_attempts_total{workspace=\"shop\",result=\"moved\",reason=\"locked\"} 1",
            "tidy_queue_items{workspace=\"shop\",status=\"pending\"} 1",
            "tidy_queue_items{workspace=\"shop\",status=\"abandoned\"} 0",
            "tidy_queue_items_by_reason{workspace=\"shop\",reason=\"locked\"} 1",
            "tidy_queue_eligible_items{workspace=\"shop\"} 1",
            "tidy_queue_oldest_age_seconds{workspace=\"shop\"} 3600",
            "tidy_queue_waiting_size_bytes{workspace=\"shop\"} 8",
            $"tidy_queue_store_size_bytes{{workspace=\"shop\"}} {new FileInfo(bench.Root.QueuePath).Length}",
            "tidy_queue_health{workspace=\"shop\"} 0",
            "tidy_last_recorded_run_exit_code{workspace=\"shop\"} 3",
            "# EOF"])
        {
            Assert.Contains(line, lines);
        }
    }

    [TestMethod]
    public void Text_NamesNoPathAndNoHolder()
    {
        using Workbench bench = Busy();
        string text = Text(isOpenMetrics: true, Read(bench, WorkspaceNames.Of(bench.Root.FullPath, [])));
        Assert.IsFalse(text.Contains("customer", StringComparison.Ordinal), text);
        Assert.IsFalse(text.Contains(Path.GetFileName(bench.Root.FullPath), StringComparison.Ordinal), text);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Text_OfSeveralWorkspaces_IsTakenByTheReadersOfItsFormat(bool isOpenMetrics)
    {
        using Workbench bench = Busy();
        using Workbench fresh = new();
        string text = Text(isOpenMetrics, Read(bench), Read(fresh, "fresh"), new WorkspaceFigures("gone", bench.Clock.Now, State: null));
        using TemporaryWorkspace folder = new();
        string file = folder.Write("metrics.txt", text);
        if (isOpenMetrics)
        {
            // The reader of the reference implementation, strict as the specification; the Python that Debian's package is for.
            string read = Programs.Run("/usr/bin/python3", "-c", "import sys\nfrom prometheus_client.openmetrics.parser import text_string_to_metric_families as read\nfor f in read(open(sys.argv[1]).read()): print(f.name, f.type, f.unit, len(f.samples))", file);
            string[] families = read.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            CollectionAssert.AreEqual(MetricTable.All.Select(m => m.FamilyName).ToArray(), families.Select(f => f.Split(' ')[0]).ToArray());
            Assert.Contains("tidy_moved_size_bytes counter bytes 2", families);
            Assert.Contains("tidy_up gauge  3", families);
        }
        else
        {
            Assert.AreEqual("", Programs.Run("sh", "-c", "promtool check metrics < \"$0\" 2>&1", file), "promtool has something to say");
        }
    }

    /// <summary>Else a label could be anything, and each new one is a new series in every collector.</summary>
    [TestMethod]
    public void Text_OfALogThatSomebodyElseWrote_HasOnlyLabelsAndNumbersOfOurs()
    {
        using Workbench bench = new();
        Directory.CreateDirectory(bench.Root.StatePath);
        File.WriteAllText(bench.Root.State(ActivityLog.FileName), """
            {"totals":{"since":"2026-01-01T00:00:00Z","runs":{"/home/ann:0":1,"\"} 1\n:3":2,"apply:77":3,"apply:0":4},"attempts":{"x:y":1,"moved:/etc":1,"moved:/usr":1},"moved":-5}}
            {"run":"r","command":"C:\\Users\\ann","at":"2026-01-02T00:00:00Z","exit":99}

            """);
        string[] runs = [.. Text(isOpenMetrics: true, Read(bench)).Split('\n').Where(l => l.StartsWith("tidy_runs_total", StringComparison.Ordinal) || l.StartsWith("tidy_attempts_total", StringComparison.Ordinal) || l.StartsWith("tidy_moved_files_total", StringComparison.Ordinal))];
        CollectionAssert.AreEqual(
            new[]
            {
                "tidy_runs_total{workspace=\"shop\",command=\"apply\",result=\"done\"} 4",
                "tidy_runs_total{workspace=\"shop\",command=\"apply\",result=\"other\"} 3",
                "tidy_runs_total{workspace=\"shop\",command=\"other\",result=\"done\"} 1",
                "tidy_runs_total{workspace=\"shop\",command=\"other\",result=\"other\"} 1",
                "tidy_runs_total{workspace=\"shop\",command=\"other\",result=\"pending\"} 2",
                "tidy_moved_files_total{workspace=\"shop\"} 0",
                "tidy_attempts_total{workspace=\"shop\",result=\"moved\",reason=\"unknown\"} 2",
            },
            runs);
    }

    [TestMethod]
    public void Read_OfAStateThatIsNewerThanThisProgram_SaysThatItIsNot_AndWhy()
    {
        using Workbench bench = new();
        bench.Write(".autonomous_runs/tidy_pending_moves.json", """{ "schema_version": 2, "items": [] }""");
        WorkspaceFigures figures = Read(bench);
        Assert.AreEqual(Codes.NewerSchema, figures.Problem!.Code);
        string[] values = [.. Text(isOpenMetrics: true, figures).Split('\n').Where(l => l.Length > 0 && l[0] != '#')];
        CollectionAssert.AreEqual(new[] { "tidy_up{workspace=\"shop\"} 0" }, values);
    }

    [TestMethod]
    public void Read_OfAWorkspaceThatNeverHadARun_WritesNothing_AndHasZeros()
    {
        using Workbench bench = new();
        string[] before = [.. TreeSnapshot.Of(bench.Root.FullPath)];
        string text = Text(isOpenMetrics: true, Read(bench));
        StringAssert.Contains(text, "tidy_moved_files_total{workspace=\"shop\"} 0\n");
        StringAssert.Contains(text, "tidy_queue_items{workspace=\"shop\",status=\"pending\"} 0\n");
        Assert.IsFalse(text.Contains("tidy_last_run_timestamp_seconds{", StringComparison.Ordinal), "never is no time");
        CollectionAssert.AreEqual(before, TreeSnapshot.Of(bench.Root.FullPath).ToArray());
    }

    [TestMethod]
    public void LastRun_OfARunWithNothingToDo_IsItsTime()
    {
        using Workbench bench = new();
        bench.Apply();
        DateTime longAgo = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        Directory.SetLastWriteTimeUtc(bench.Root.StatePath, longAgo);
        StringAssert.Contains(Text(isOpenMetrics: true, Read(bench)), "tidy_last_run_timestamp_seconds{workspace=\"shop\"} 1767323045\n");
        bench.Apply();
        Assert.IsGreaterThan(longAgo.AddDays(1), Directory.GetLastWriteTimeUtc(bench.Root.StatePath), "a run takes the lock, and that leaves this trace");
    }

    [TestMethod]
    public void WaitsForLocks_AreCountedToo_AfterLinesWereCutAway()
    {
        RunActivity waited = new() { RunId = "r", Command = "apply", StartedAt = DateTimeOffset.UnixEpoch, WaitedForQueue = TimeSpan.FromMilliseconds(1500), GaveUp = true };
        ActivityTotals totals = new ActivityTotals().Plus(waited).Plus(waited with { WaitedForQueue = TimeSpan.Zero, WaitedForWorkspace = TimeSpan.FromSeconds(1) });
        ActivityTotals kept = TotalsLine.Of(totals).ToTotals();
        WorkspaceFigures figures = new("shop", DateTimeOffset.UnixEpoch, new WorkspaceState(kept, null, null, new Queue.QueueHealth([], new Queue.QueueStats())));
        string text = Text(isOpenMetrics: false, figures);
        StringAssert.Contains(text, "tidy_lock_wait_seconds_total{workspace=\"shop\",lock=\"queue\"} 1.5\n");
        StringAssert.Contains(text, "tidy_lock_waits_total{workspace=\"shop\",lock=\"workspace\"} 1\n");
        StringAssert.Contains(text, "tidy_lock_timeouts_total{workspace=\"shop\"} 2\n");
    }

    [TestMethod]
    public void Names_AreThoseOfThePerson_ElseStayTheSame()
    {
        using TemporaryWorkspace folder = new();
        string path = folder.Root.FullPath;
        string hash = WorkspaceNames.Of(path, [new NamedWorkspace(path + "x", "other")]);
        Assert.AreEqual(8, hash.Length);
        Assert.AreEqual(hash, WorkspaceNames.Of(path, []));
        Assert.AreEqual("shop", WorkspaceNames.Of(path, [new NamedWorkspace(path + Path.DirectorySeparatorChar, "shop")]));
    }

    [TestMethod]
    public void EveryMetric_IsNamedByTheRules_AndSaysWhatItIs()
    {
        CollectionAssert.AllItemsAreUnique(MetricTable.All.Select(m => m.PrometheusName).ToArray());
        foreach (Metric metric in MetricTable.All)
        {
            StringAssert.Matches(metric.Name, new("^tidy(\\.[a-z_]+)+$"));
            Assert.IsFalse(metric.Meaning.AsSpan().ContainsAny("\"\\\n"), "no escapes are written");
            StringAssert.EndsWith(metric.Meaning, ".");
        }
    }

    /// <summary>What a metric says of its labels is what its values have.</summary>
    [TestMethod]
    public void EveryMetric_HasTheLabelsThatItNames()
    {
        using Workbench bench = Busy();
        foreach (Metric metric in MetricTable.All)
        {
            Sample[] samples = [.. metric.Read(Read(bench))];
            Assert.AreNotEqual(0, samples.Length, metric.Name);
            foreach (Sample sample in samples)
                CollectionAssert.AreEqual(metric.LabelNames.ToArray(), sample.Labels.Select(l => l.Name).ToArray(), metric.Name);
        }
    }
}
