using System.Diagnostics;
using Tidy.Build.Calls;
using Tidy.Build.Gates;
using Tidy.Core.Builds;

namespace Tidy.Build.Tests;

[TestClass]
public sealed class GateCheckTests : IDisposable
{
    private static readonly DateTime Now = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    private readonly BuildFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public void AfterBuild_NothingChanged_IsNotDue()
    {
        folder.WriteGate(Settled());

        Assert.AreEqual(GateVerdict.NotDue, Ask());
    }

    [TestMethod]
    public void AfterBuild_NoGate_IsDue() => Assert.AreEqual(GateVerdict.Due, Ask());

    [TestMethod]
    public void AfterBuild_AWatchedFolderChanged_IsDue()
    {
        folder.WriteGate(Settled());
        Directory.SetLastWriteTimeUtc(folder.Root, Now.AddHours(-1));

        Assert.AreEqual(GateVerdict.Due, Ask());
    }

    [TestMethod]
    public void AfterBuild_AWatchedFileAppears_IsDue()
    {
        string config = Path.Combine(folder.Root, "sub", "tidy.json");
        folder.WriteGate(Settled(watched: config));
        folder.Write("sub/tidy.json");

        Assert.AreEqual(GateVerdict.Due, Ask());
    }

    [TestMethod]
    public void AfterBuild_TheQueueChangedOrAppeared_IsDue()
    {
        folder.WriteGate(Settled());
        folder.WriteQueue();

        Assert.AreEqual(GateVerdict.Due, Ask());
    }

    [TestMethod]
    public void AfterBuild_AnotherQuestion_IsDue()
    {
        folder.WriteGate(Settled());

        Assert.AreEqual(GateVerdict.Due, Ask(mode: TidyMode.Verify));
    }

    [TestMethod]
    [DataRow(-1, GateVerdict.Due)]
    [DataRow(0, GateVerdict.Due)]
    [DataRow(1, GateVerdict.NotDue)]
    public void AfterBuild_AFileBecomesOldEnough_IsDueFromThenOn(int minutesUntil, object expected)
    {
        folder.WriteGate(Settled(due: Now.AddMinutes(minutesUntil).Ticks));

        Assert.AreEqual((GateVerdict)expected, Ask());
    }

    [TestMethod]
    public void AfterBuild_TheClockWasSetBack_IsDue()
    {
        folder.WriteGate(Settled());

        Assert.AreEqual(GateVerdict.Due, Ask(now: Now.AddMinutes(-5)));
    }

    [TestMethod]
    public void AfterBuild_SomethingToSayInEachBuild_SaysAgain()
    {
        folder.WriteGate(Settled(again: true));

        Assert.AreEqual(GateVerdict.SaysAgain, Ask());
    }

    [TestMethod]
    public void OnDemand_NothingChanged_IsStillAnswered()
    {
        folder.WriteGate(Settled(call: folder.Call(BuildHook.OnDemand)));

        Assert.AreEqual(GateVerdict.SaysAgain, Ask(BuildHook.OnDemand));
    }

    [TestMethod]
    public void AfterBuild_APathThatNobodyCouldSee_IsDue()
    {
        GateFile gate = Settled();
        folder.WriteGate(new GateFile { Call = gate.Call, StampedAt = gate.StampedAt, Queue = gate.Queue, Watched = [new("\0", GateStamp.Of("\0"))] });

        Assert.AreEqual(GateVerdict.Due, Ask());
    }

    [TestMethod]
    public void BeforeBuild_NoQueue_IsNotDueWithoutAnyGate() => Assert.AreEqual(GateVerdict.NotDue, Ask(BuildHook.BeforeBuild));

    [TestMethod]
    public void BeforeBuild_AQueueThatNoRunHasSeen_IsDue()
    {
        folder.WriteQueue();

        Assert.AreEqual(GateVerdict.Due, Ask(BuildHook.BeforeBuild));
    }

    [TestMethod]
    [DataRow(TidyMode.Verify)]
    [DataRow(TidyMode.Report)]
    public void BeforeBuild_InAModeThatMovesNothing_IsNotDue(object mode)
    {
        folder.WriteQueue();

        Assert.AreEqual(GateVerdict.NotDue, Ask(BuildHook.BeforeBuild, (TidyMode)mode));
    }

    [TestMethod]
    public void BeforeBuild_NextProbeIsLater_IsNotDueThoughTheRootChanged()
    {
        folder.WriteQueue();
        folder.WriteGate(Settled(queueDue: Now.AddSeconds(10).Ticks));
        folder.Write("new.log");

        Assert.AreEqual(GateVerdict.NotDue, Ask(BuildHook.BeforeBuild));
        Assert.AreEqual(GateVerdict.Due, Ask(BuildHook.BeforeBuild, now: Now.AddSeconds(10)));
    }

    [TestMethod]
    public void BeforeBuild_TheHolderEnded_IsDue()
    {
        using Process shortLived = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        int ended = shortLived.Id;
        shortLived.WaitForExit();
        folder.WriteQueue();
        folder.WriteGate(Settled(holder: new GateHolder(ended, 0)));

        Assert.AreEqual(GateVerdict.Due, Ask(BuildHook.BeforeBuild));
    }

    [TestMethod]
    public void BeforeBuild_TheHolderRuns_IsNotDue()
    {
        using Process self = Process.GetCurrentProcess();
        folder.WriteQueue();
        folder.WriteGate(Settled(holder: new GateHolder(self.Id, self.StartTime.ToUniversalTime().Ticks)));

        Assert.AreEqual(GateVerdict.NotDue, Ask(BuildHook.BeforeBuild));
    }

    [TestMethod]
    public void BeforeBuild_AnotherProcessHasTheHoldersId_IsDue()
    {
        using Process self = Process.GetCurrentProcess();
        folder.WriteQueue();
        folder.WriteGate(Settled(holder: new GateHolder(self.Id, self.StartTime.ToUniversalTime().AddHours(-1).Ticks)));

        Assert.AreEqual(GateVerdict.Due, Ask(BuildHook.BeforeBuild));
    }

    private GateVerdict Ask(BuildHook hook = BuildHook.AfterBuild, TidyMode mode = TidyMode.Apply, DateTime? now = null) =>
        new GateCheck(folder.Call(hook, mode), now ?? Now).Verdict();

    /// <summary>What a run would leave behind, with the root and one more path as they are now.</summary>
    private GateFile Settled(bool again = false, long due = GateFile.Never, long queueDue = GateFile.Never, string? watched = null, GateHolder? holder = null, BuildCall? call = null)
    {
        Directory.CreateDirectory(folder.Workspace.StateFolder);
        string[] paths = [folder.Root, watched ?? folder.Workspace.ConfigFile];
        return new GateFile
        {
            Call = (call ?? folder.Call()).Key,
            SaysAgain = again,
            StampedAt = Now.Ticks,
            Watched = [.. paths.Select(p => new KeyValuePair<string, GateStamp>(p, GateStamp.Of(p)))],
            DueAt = due,
            Queue = GateStamp.Of(folder.Workspace.QueueFile),
            QueueDueAt = queueDue,
            Holders = holder is { } one ? [one] : [],
        };
    }
}
