using System.Diagnostics;
using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>The real tool, in a process of its own, with a home and an environment of its own.</summary>
[TestClass]
public sealed class MetricsProcessTests
{
    private const string Secret = "s3cret-token";

    [TestMethod]
    public void Metrics_OfAFileInUse_HasItsNumbers_AndNeitherItsNameNorItsHolder()
    {
        using LiveWorkspace live = new();
        using FileHolder holder = FileHolder.Start("append", live.Write("customer.log"));
        live.Write("b.log");
        live.Tidy("apply").AssertExit(3);

        ToolAnswer answer = Run(live, ["metrics"]);

        answer.AssertExit(0);
        string name = answer.Out.Split("tidy_up{workspace=\"")[1][..8];
        StringAssert.Contains(answer.Out, $"tidy_moved_files_total{{workspace=\"{name}\"}} 1\n");
        StringAssert.Contains(answer.Out, $"tidy_queue_items{{workspace=\"{name}\",status=\"pending\"}} 1\n");
        StringAssert.EndsWith(answer.Out, "# EOF\n");
        foreach (string secret in (string[])["customer", "FileHolder", Path.GetFileName(live.FullPath)])
            Assert.IsFalse(answer.Out.Contains(secret, StringComparison.Ordinal), secret);
    }

    [TestMethod]
    public void Output_IsReplacedAsAWhole_AndStaysWhenItCannotBe()
    {
        using LiveWorkspace live = new("{}");
        string file = live.Write("out/tidy.prom", "old");
        using (FileStream reader = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            Run(live, ["metrics", "--prometheus", "--output", file]).AssertExit(0);
            using StreamReader text = new(reader);
            Assert.AreEqual("old", text.ReadToEnd(), "who has the old one open goes on reading it");
        }

        StringAssert.StartsWith(File.ReadAllText(file), "# HELP tidy_up ");
        CollectionAssert.AreEqual(new[] { file }, Directory.GetFiles(live.At("out")));
        ToolAnswer refused = Run(live, ["metrics", "--output", live.At("none/tidy.prom")]);
        refused.AssertExit(2);
        StringAssert.Contains(refused.Error, "cannot be written");
        Assert.AreEqual(refused.Exit, Run(live, ["metrics", "--format", "json", "--output", file]).Exit);
        StringAssert.StartsWith(File.ReadAllText(file), "# HELP tidy_up ", "an error leaves it");
    }

    [TestMethod]
    public void Output_ToALinkOrADevice_IsWrittenThere()
    {
        using LiveWorkspace live = new("{}");
        string real = live.Write("out/real.prom", "old");
        File.CreateSymbolicLink(live.At("out/link.prom"), real);
        Run(live, ["metrics", "--output", live.At("out/link.prom")]).AssertExit(0);
        Assert.IsNotNull(new FileInfo(live.At("out/link.prom")).LinkTarget);
        StringAssert.EndsWith(File.ReadAllText(real), "# EOF\n");
        if (OperatingSystem.IsLinux())
            StringAssert.EndsWith(Run(live, ["metrics", "--output", "/dev/stdout"]).Out, "# EOF\n");
    }

    [TestMethod]
    public void Metrics_OfSeveralWorkspaces_NamesThem_AndABrokenOneDoesNotStopTheOthers()
    {
        using LiveWorkspace shop = new("{}");
        using LiveWorkspace broken = new("{ nonsense");
        shop.Write("settings.json", $$"""{ "telemetry": { "workspaces": [ { "path": "{{shop.FullPath}}", "name": "shop" }, { "path": "{{broken.FullPath}}", "name": "broken" }, { "path": "{{shop.At("gone")}}", "name": "gone" } ] } }""");
        string[] line = ["metrics", "--workspace", broken.FullPath, "--workspace", shop.FullPath, "-w", shop.At("gone")];

        ToolAnswer answer = Run(shop, line, $"TIDY_SETTINGS={shop.At("settings.json")}");

        answer.AssertExit(0);
        StringAssert.Contains(answer.Out, "tidy_up{workspace=\"broken\"} 0\ntidy_up{workspace=\"shop\"} 1\ntidy_up{workspace=\"gone\"} 0\n");
        StringAssert.Contains(answer.Error, "TIDY3022");
        StringAssert.Contains(answer.Error, "tidy.json(1,3)");
        StringAssert.Contains(answer.Error, "does not exist");
        Run(shop, [.. line, "--strict"]).AssertExit(1);
        Run(shop, ["metrics", "--workspace", shop.FullPath, "-w", shop.FullPath]).AssertExit(2);
        Run(shop, ["plan", "--workspace", shop.FullPath, "-w", broken.FullPath]).AssertExit(2);
        Run(shop, ["metrics", "--name", "a/b"]).AssertExit(2);
        ToolAnswer none = Run(shop, ["metrics", "--registered"]);
        none.AssertExit(2);
        StringAssert.Contains(none.Error, "No workspace is registered");
        shop.Write("home/tidy-build/workspaces.json", $$"""{ "schema_version": 1, "schedule": null, "workspaces": [ { "path": "{{broken.FullPath}}", "registered_at": "2026-11-22T00:00:00Z" }, { "path": "{{shop.FullPath}}", "registered_at": "2026-11-22T00:00:00Z" } ] }""");
        Assert.HasCount(3, Run(shop, ["metrics", "--registered"]).Out.Split("\ntidy_up{"), Run(shop, ["metrics", "--registered"]).ToString());
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Push_ToTheCollectorOfTheEnvironment_BringsTheNumbers_AndSaysNoSecret(bool isGrpc)
    {
        using LiveWorkspace live = new();
        using Collector collector = new(isGrpc);
        live.Write("customer.log");
        live.Tidy("apply").AssertExit(0);

        ToolAnswer answer = Run(live, ["metrics", "push", "--name", "shop"], $"OTEL_EXPORTER_OTLP_ENDPOINT={collector.Address}", $"OTEL_EXPORTER_OTLP_PROTOCOL={(isGrpc ? "grpc" : "http/protobuf")}", $"OTEL_EXPORTER_OTLP_HEADERS=api-key={Secret}");

        answer.AssertExit(0);
        StringAssert.StartsWith(answer.Out, $"Sent the metrics of 1 workspace to {collector.Address}/");
        OtlpRequest request = collector.Requests.Single();
        Assert.AreEqual(1, request.Value("tidy.moved.files", "workspace=shop"));
        Assert.AreEqual(Secret, request.Headers["api-key"].ToString());
        Assert.Contains($"host.name={Environment.MachineName}", request.Resource);
        string sent = System.Text.Encoding.Latin1.GetString(request.Bytes);
        foreach (string never in (string[])["customer", Path.GetFileName(live.FullPath), Secret])
            Assert.IsFalse((sent + answer).Contains(never, StringComparison.Ordinal), never);
    }

    [TestMethod]
    public void Push_ToACollectorOfTheSettings_ThatIsDead_SaysSo()
    {
        using LiveWorkspace live = new("{}");
        Collector collector = new();
        live.Write("settings.json", $$"""{ "telemetry": { "otlp": { "endpoint": "{{collector.Address}}" } } }""");
        string settings = $"TIDY_SETTINGS={live.At("settings.json")}";
        Run(live, ["metrics", "push"], settings).AssertExit(0);
        string address = collector.Address;
        collector.Dispose();

        ToolAnswer dead = Run(live, ["metrics", "push"], settings, $"OTEL_EXPORTER_OTLP_HEADERS=api-key={Secret}");

        dead.AssertExit(4);
        StringAssert.StartsWith(dead.Error, $"error TIDY3021: Metrics were not sent, or not all of them were taken: the collector at {address}/v1/metrics cannot be reached: ");
        Assert.IsFalse(dead.ToString().Contains(Secret, StringComparison.Ordinal));
    }

    [TestMethod]
    public void Push_ThatNobodyConfigured_OrThatIsSwitchedOff_SendsNothing()
    {
        using LiveWorkspace live = new("{}");
        using Collector collector = new();
        ToolAnswer nowhere = Run(live, ["metrics", "push"]);
        nowhere.AssertExit(2);
        StringAssert.StartsWith(nowhere.Error, "error TIDY3020: No collector is named: set OTEL_EXPORTER_OTLP_ENDPOINT, or ");
        StringAssert.Contains(nowhere.Error, "settings.json");
        ToolAnswer off = Run(live, ["metrics", "push"], $"OTEL_EXPORTER_OTLP_ENDPOINT={collector.Address}", "OTEL_SDK_DISABLED=true");
        off.AssertExit(0);
        StringAssert.StartsWith(off.Out, "Nothing was sent");
        Assert.IsEmpty(collector.Requests);
    }

    /// <summary>The run itself is over before anybody is called, and a collector that says nothing holds it up no more than one that answers.</summary>
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Apply_WithACollectorInTheSettings_IsFollowedByItsNumbers(bool isMute)
    {
        using LiveWorkspace live = new();
        using Collector collector = new();
        collector.Answer = new CollectorAnswer { IsMute = isMute };
        live.Write("settings.json", $$"""{ "telemetry": { "otlp": { "endpoint": "{{collector.Address}}" }, "workspaces": [ { "path": "{{live.FullPath}}", "name": "shop" } ] } }""");
        live.Write("a.log");
        Run(live, ["apply"], $"TIDY_SETTINGS={live.At("settings.json")}", "CI=", "OTEL_EXPORTER_OTLP_TIMEOUT=2000").AssertExit(0);

        string book = live.At(".autonomous_runs/tidy/deliveries.json");
        Await(() => File.Exists(book) && !File.Exists(live.At(".autonomous_runs/tidy/deliver.lock.owner.json")));
        Assert.AreEqual(1, collector.Requests.Single().Value("tidy.moved.files", "workspace=shop"));
        StringAssert.Contains(File.ReadAllText(book), isMute ? "did not answer within 2 s" : "last_success");
        if (!isMute)
            return;
        ToolAnswer next = Run(live, ["retry", "--format", "json"], $"TIDY_SETTINGS={live.At("settings.json")}", "CI=");
        Assert.IsEmpty(next.Codes, "a run with nothing to tell does not look");
        live.Write("b.log");
        ToolAnswer told = Run(live, ["apply", "--format", "json"], $"TIDY_SETTINGS={live.At("settings.json")}", "CI=");
        Assert.Contains("TIDY3010", told.Codes);
        StringAssert.Contains(told.Out, "'dotnet tidy metrics push' tries at once.");
    }

    /// <summary>Until another process has done something; it takes a second or two.</summary>
    private static void Await(Func<bool> happened)
    {
        using ManualResetEvent never = new(initialState: false);
        for (int i = 0; i < 600 && !happened(); i++)
            never.WaitOne(50);
        Assert.IsTrue(happened());
    }

    private static ToolAnswer Run(LiveWorkspace live, string[] args, params string[] variables)
    {
        ProcessStartInfo start = ToolProcess.StartInfo(live.FullPath, args);
        foreach (string inherited in start.Environment.Keys.Where(k => k.StartsWith("OTEL_", StringComparison.Ordinal) || k.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(inherited);
        start.Environment.Remove("TIDY_SETTINGS");
        start.Environment["XDG_DATA_HOME"] = live.At("home");
        foreach (string[] halves in variables.Select(v => v.Split('=', 2)))
            start.Environment[halves[0]] = halves[1];
        using ToolProcess tool = ToolProcess.Start(start);
        return tool.End();
    }
}
