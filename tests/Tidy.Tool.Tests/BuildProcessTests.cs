using System.Reflection;
using System.Text.Json;
using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>The real tool as a build starts it.</summary>
[TestClass]
public sealed class BuildProcessTests
{
    private const string Consent = ".autonomous_runs/tidy/build-consent";

    [TestMethod]
    public void ABuildMovesWhatIsOldEnough_AndLeavesTheRest()
    {
        using LiveWorkspace live = new("""{ "build": { "minAge": "2h" }, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" } ] }""");
        Age(live.Write("old.log"), hours: 3);
        Age(live.Write("used.log"), hours: 3);
        live.Write("young.log");
        using TemporaryWorkspace elsewhere = new();
        string list = elsewhere.Write("used.txt", live.At("used.log"));
        string report = elsewhere.At("report.json");

        ToolAnswer answer = live.Tidy("apply", "--format", "jsonl", "--lock-timeout", "1s", "--allow-pending",
            "--automatic", "--build-gate", "key", "--protect-from", list, "--report", report);

        answer.AssertExit(0);
        CollectionAssert.AreEqual(new[] { "started", "entry", "entry", "entry", "summary" }, answer.Events.Select(e => Text(e, "event")).ToArray());
        string[] said = ["old.log moved ", "used.log protected compiled, embedded or copied by the project that builds", "young.log skipped younger than the minimum age of 2h"];
        CollectionAssert.AreEqual(said, answer.Events[1..4].Select(e => $"{Text(e, "src")} {Text(e, "status")} {Text(e, "message")}").ToArray());
        Assert.AreEqual(Text(answer.Events[0], "run_id"), Text(JsonDocument.Parse(File.ReadAllText(report)).RootElement, "run_id"));
        Assert.IsFalse(live.Exists(Consent), "a build does not allow itself to apply");
    }

    [TestMethod]
    public void AMinimumAge_IsForPeopleToo()
    {
        using LiveWorkspace live = new();
        live.Write("young.log");
        live.Tidy("verify", "--min-age", "1h").AssertExit(0);
        live.Tidy("plan", "--check", "--min-age", "30d").AssertExit(0);
        live.Tidy("verify", "--automatic").AssertExit(1);
        Assert.AreEqual("skipped", live.Json("apply", "--min-age", "24h").Status("young.log"));
        Assert.AreEqual("moved", live.Json("apply", "--min-age", "0s").Status("young.log"));
    }

    [TestMethod]
    public void APersonsApply_LetsBuildsApply_AndOnlyThat()
    {
        using LiveWorkspace live = new();
        live.Write("a.log");
        live.Tidy("plan").AssertExit(0);
        live.Tidy("verify").AssertExit(1);
        live.Tidy("retry").AssertExit(0);
        live.Tidy("apply", "--automatic", "--min-age", "0s").AssertExit(0);
        live.Tidy("undo").AssertExit(0);
        Assert.IsFalse(live.Exists(Consent));

        live.Tidy("apply").AssertExit(0);

        StringAssert.Contains(File.ReadAllText(live.At(Consent)), "Delete this file to have builds only report.");
    }

    [TestMethod]
    public void TheFirstEvent_TellsTheVersionOfTheTool()
    {
        using LiveWorkspace live = new();
        string version = live.Tidy("plan", "--format", "jsonl").Events[0].GetProperty("tool_version").GetString()!;
        string informational = typeof(TidyApp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        Assert.AreEqual(informational.Split('+')[0], version);
        Assert.AreEqual(version, live.Tidy("--version").Out.TrimEnd().Split('+')[0]);
    }

    [TestMethod]
    [DataRow("json")]
    [DataRow("jsonl")]
    public void AMistakeInTheConfiguration_HasItsPlace(string format)
    {
        using LiveWorkspace live = new("{\n  \"rulez\": []\n}");
        using TemporaryWorkspace elsewhere = new();
        string other = elsewhere.Write("other.json", "{ \"rulez\": [] }");

        JsonElement own = Finding(live.Tidy("plan", "--format", format), format);
        JsonElement foreign = Finding(live.Tidy("plan", "--format", format, "--config", other), format);

        Assert.AreEqual(("tidy.json", 2, 3), (Text(own, "path"), own.GetProperty("line").GetInt32(), own.GetProperty("column").GetInt32()));
        StringAssert.StartsWith(Text(own, "message"), "unknown key 'rulez'");
        Assert.AreEqual((other, 1, 3), (Text(foreign, "path"), foreign.GetProperty("line").GetInt32(), foreign.GetProperty("column").GetInt32()));
        JsonElement usage = Finding(live.Tidy("plan", "--format", format, "--nonsense"), format);
        Assert.IsFalse(usage.TryGetProperty("line", out _) || usage.TryGetProperty("column", out _));
    }

    [TestMethod]
    public void AReport_IsWrittenWhateverHappens()
    {
        using LiveWorkspace live = new();
        using TemporaryWorkspace elsewhere = new();
        string report = elsewhere.At("report.json");
        ToolAnswer verify = live.Json("verify", "--report", report);
        Assert.AreEqual(verify.Out, File.ReadAllText(report));

        live.Write("tidy.json", "{ \"rulez\": [] }");
        ToolAnswer broken = live.Json("verify", "--report", report);
        broken.AssertExit(2);
        Assert.AreEqual(broken.Out, File.ReadAllText(report));
        Assert.HasCount(1, Directory.GetFileSystemEntries(elsewhere.FullPath));
    }

    private static void Age(string path, int hours) => File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-hours));

    private static JsonElement Finding(ToolAnswer answer, string format)
    {
        answer.AssertExit(2);
        return format == "json" ? answer.Json.GetProperty("findings")[0] : answer.Events[0];
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
