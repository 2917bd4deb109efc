using System.Text.Json;
using Tidy.Core.Scheduling;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class LaunchdPlistTests
{
    private const string ToJson = "import json, plistlib, sys; print(json.dumps(plistlib.load(open(sys.argv[1], 'rb'))))";

    /// <summary>Read by the reader of property lists that Python has.</summary>
    [TestMethod]
    [DataRow("/Users/ann/.dotnet/tools/dotnet-tidy", true)]
    [DataRow("/Users/änn & <b>/it's \"中\"/dotnet-tidy", false)]
    public void ThePropertyList_SaysWhatIsStartedAndWhen(string program, bool atLogon)
    {
        using TemporaryWorkspace folder = new();
        var tool = new ToolCommand(program, [], new Dictionary<string, string> { ["DOTNET_ROOT"] = "/opt/a&b" });
        string path = folder.Write("agent.plist", LaunchdPlist.TextOf(new WantedSchedule(tool, DailyTime.Usual, atLogon)));

        JsonElement plist = JsonDocument.Parse(Programs.Run("python3", "-c", ToJson, path)).RootElement;

        Assert.AreEqual("tidy-build.schedule", plist.GetProperty("Label").GetString());
        string[] words = [.. plist.GetProperty("ProgramArguments").EnumerateArray().Select(w => w.GetString()!)];
        CollectionAssert.AreEqual(new[] { program, "schedule", "run", "--started-by", "launchd" }, words);
        Assert.AreEqual(atLogon, plist.GetProperty("RunAtLoad").GetBoolean());
        Assert.AreEqual("""{"Hour": 3, "Minute": 0}""", plist.GetProperty("StartCalendarInterval").GetRawText());
        Assert.AreEqual("/opt/a&b", plist.GetProperty("EnvironmentVariables").GetProperty("DOTNET_ROOT").GetString());
    }

    [TestMethod]
    public void AnAgentThatIsLoaded_GoesBeforeItComesAnew()
    {
        using ScheduleScene scene = ScheduleScene.Of("launchd");
        scene.Install();
        scene.System.Changes.Clear();
        scene.Install(at: "04:05");
        string[] verbs = [.. scene.System.Changes.Select(c => c.Split(' ')[1])];
        CollectionAssert.AreEqual(new[] { "bootout", "enable", "bootstrap" }, verbs);
    }

    [TestMethod]
    public void AnAgentThatIsNotLoaded_WillNotRun()
    {
        using ScheduleScene scene = ScheduleScene.Of("launchd");
        scene.Install();
        scene.System.Unload("gui/501/tidy-build.schedule");
        Assert.IsFalse(scene.Schedule.Status().WillRun);
        Assert.IsFalse(scene.Install().IsNothing, "install mends it");
        Assert.IsTrue(scene.Schedule.Status().WillRun);
    }
}
