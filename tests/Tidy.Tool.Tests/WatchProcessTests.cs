using System.Text.Json;
using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>The real tool watching a real workspace: how it begins, what it says, how it ends.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
public sealed class WatchProcessTests
{
    private const int ManyFiles = 4000;

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void ItMovesWhatIsReleasedAndWhatIsNew_AndEndsWith0WhenItIsTold(bool terminate)
    {
        using LiveWorkspace live = new();
        using FileHolder holder = FileHolder.Start("read", live.Write("held.log"));
        live.Tidy("apply").AssertExit(3);
        using ToolProcess watch = Watch(live, "--format", "jsonl");

        holder.Release();
        watch.WaitUntil(() => live.Exists("archive/logs/held.log"));
        live.Write("new.log");
        watch.WaitUntil(() => live.Exists("archive/logs/new.log"));
        live.Tidy("history").AssertExit(0);
        Stop(watch, terminate);

        ToolAnswer answer = watch.End();
        answer.AssertExit(0);
        Assert.AreEqual("", answer.Error);
        Assert.AreEqual("watching", Name(answer.Events[0]));
        Assert.AreEqual(1, answer.Events[0].GetProperty("waiting").GetInt32());
        Assert.AreEqual("stopped", Name(answer.Events[^1]));
        CollectionAssert.AreEqual(new[] { "held.log", "new.log" }, answer.Events.Where(e => Name(e) == "entry").Select(e => e.GetProperty("src").GetString()).ToArray());
        CollectionAssert.AreEqual(new[] { 0, 0 }, answer.Events.Where(e => Name(e) == "summary").Select(e => e.GetProperty("exit_code").GetInt32()).ToArray());
    }

    [TestMethod]
    public void InText_ItSaysWhatItDoes_WithItsTime_AndQuietlyOnlyThat()
    {
        using LiveWorkspace live = new();
        using ToolProcess watch = Watch(live, "--quiet");
        live.Write("new.log");
        watch.WaitUntil(() => live.Exists("archive/logs/new.log"));
        watch.Interrupt();

        ToolAnswer answer = watch.End();
        answer.AssertExit(0);
        StringAssert.Matches(answer.Out, new System.Text.RegularExpressions.Regex(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC  1 file moved \(7 B\)\.\n$"));
    }

    [TestMethod]
    public void ARunThatIsCutShort_ClosesItsBooks_AndTheWatchEndsWith130()
    {
        for (int tries = 0; tries < 10; tries++)
        {
            using LiveWorkspace live = new();
            for (int i = 0; i < ManyFiles; i++)
                live.Write($"{i}.log", $"{i}");
            using ToolProcess watch = Watch(live);
            watch.WaitUntil(() => Directory.Exists(live.At("archive/logs")) && Directory.EnumerateFiles(live.At("archive/logs")).Any());
            watch.Interrupt();
            ToolAnswer answer = watch.End();
            if (!Directory.EnumerateFiles(live.FullPath, "*.log").Any())
                continue; // the signal came too late for a quick machine

            answer.AssertExit(130);
            ToolAnswer next = live.Json("apply");
            next.AssertExit(0);
            Assert.IsEmpty(next.Codes, "its books were closed");
            Assert.HasCount(ManyFiles, Directory.GetFiles(live.At("archive/logs")));
            return;
        }

        Assert.Fail($"ten watches had moved {ManyFiles} files before they could be stopped");
    }

    [TestMethod]
    public void AKilledWatch_LeavesNothingThatKeepsTheNextFromWatching()
    {
        using LiveWorkspace live = new();
        using (ToolProcess first = Watch(live))
            first.Kill();
        using ToolProcess second = Watch(live);
        live.Write("new.log");
        second.WaitUntil(() => live.Exists("archive/logs/new.log"));
        second.Interrupt();
        second.End().AssertExit(0);
    }

    [TestMethod]
    public void ASecondWatch_IsExitCode5_NamingTheFirst_AndRunsAreLetThrough()
    {
        using LiveWorkspace live = new();
        using ToolProcess watch = Watch(live, "--settle", "1h");
        live.Write("new.log");

        ToolAnswer second = live.Tidy("watch");
        second.AssertExit(5);
        StringAssert.Contains(second.Error, $"TIDY3040: The workspace '{live.FullPath}' is watched already, by dotnet-tidy (pid {watch.Id}, watch, since ");
        live.Tidy("apply").AssertExit(0);
        Assert.IsTrue(live.Exists("archive/logs/new.log"));
    }

    [TestMethod]
    [DataRow("--format json", "Valid values are text, jsonl.")]
    [DataRow("--settle soon", "'soon' is no time for --settle")]
    [DataRow("--phase nowhere", "There is no phase 'nowhere'")]
    [DataRow("--preset dotnet", "--preset is for workspaces without a configuration")]
    public void AWrongOption_IsExitCode2(string options, string says)
    {
        using LiveWorkspace live = new();
        ToolAnswer answer = live.Tidy(["watch", .. options.Split(' ')]);
        answer.AssertExit(2);
        StringAssert.Contains(answer.Out + answer.Error, says);
    }

    [TestMethod]
    public void WithoutAConfiguration_ItAsksForOne()
    {
        using TemporaryWorkspace bare = new();
        ToolAnswer answer = ToolProcess.Run(bare.FullPath, "watch");
        answer.AssertExit(2);
        StringAssert.Contains(answer.Error, "dotnet tidy init");
        Assert.IsFalse(Directory.Exists(bare.At(".autonomous_runs")));
    }

    /// <summary>A user namespace has bounds of its own, so that nobody else on this machine runs out of watches.</summary>
    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [DataRow("max_inotify_watches", "the system allows no more inotify watches")]
    [DataRow("max_inotify_instances", "the system gives no inotify instance")]
    public void WhenTheSystemsWatchesAreUsedUp_ItSaysSo_AndStillFindsWhatIsReleasedAndNew(string bound, string says)
    {
        using LiveWorkspace live = new();
        using FileHolder holder = FileHolder.Start("read", live.Write("held.log"));
        live.Tidy("apply").AssertExit(3);
        string script = $"""echo 0 > /proc/sys/user/{bound} || exit 99; exec "$0" exec "$1" watch --format jsonl""";
        var start = ToolProcess.StartInfo(live.FullPath);
        start.FileName = "unshare";
        start.ArgumentList.Clear();
        foreach (string argument in (string[])["--user", "--map-root-user", "sh", "-c", script, ToolProcess.Host, ToolProcess.Dll])
            start.ArgumentList.Add(argument);
        using ToolProcess watch = ToolProcess.Start(start);
        SkipWithoutNamespaces(watch, live);

        holder.Release();
        live.Write("new.log");
        watch.WaitUntil(() => live.Exists("archive/logs/held.log") && live.Exists("archive/logs/new.log"));
        watch.Interrupt();

        ToolAnswer answer = watch.End();
        answer.AssertExit(0);
        JsonElement finding = answer.Events.Single(e => Name(e) == "finding");
        Assert.AreEqual("TIDY3041", finding.GetProperty("code").GetString());
        StringAssert.Contains(finding.GetProperty("message").GetString(), says);
    }

    private static void SkipWithoutNamespaces(ToolProcess watch, LiveWorkspace live)
    {
        Assert.IsTrue(SpinWait.SpinUntil(() => watch.HasEnded || live.Exists(Owner), TimeSpan.FromSeconds(60)));
        if (watch.HasEnded && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Inconclusive($"This machine gives no user namespaces: {watch.End()}");
        Assert.IsFalse(watch.HasEnded);
    }

    private const string Owner = ".autonomous_runs/tidy/watch.lock.owner.json";

    /// <summary>Comes back when it has the lock, and so listens to signals.</summary>
    private static ToolProcess Watch(LiveWorkspace live, params string[] options)
    {
        if (live.Exists(Owner))
            File.Delete(live.At(Owner)); // of one that was killed
        string[] settle = options.Contains("--settle") ? [] : ["--settle", "200ms"];
        ToolProcess watch = ToolProcess.Start(live.FullPath, ["watch", .. settle, .. options]);
        watch.WaitUntil(() => live.Exists(Owner));
        return watch;
    }

    private static void Stop(ToolProcess watch, bool terminate)
    {
        if (terminate)
            watch.Terminate();
        else
            watch.Interrupt();
    }

    private static string Name(JsonElement one) => one.GetProperty("event").GetString()!;
}
