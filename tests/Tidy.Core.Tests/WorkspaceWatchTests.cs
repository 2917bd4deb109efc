using Tidy.Core.Activity;
using Tidy.Core.Locking;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Watching;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>A watch of a real workspace, with files that real processes hold.</summary>
[TestClass]
public sealed class WorkspaceWatchTests
{
    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [DataRow("read")]
    [DataRow("write")]
    [DataRow("append")]
    [DataRow("none")]
    [DataRow("lock-dotnet")]
    [DataRow("mmap")]
    [DataRow("flock")]
    [DataRow("flock-shared")]
    [DataRow("posix")]
    [DataRow("ofd")]
    public void AHeldFile_IsQueued_AndMovesWhenItIsReleased(string mode)
    {
        using WatchScene scene = new();
        using FileHolder holder = FileHolder.Start(mode, scene.Write("a.log"));
        scene.Start();
        WatchScene.WaitUntil(() => scene.Runs.Any(r => r.Entries.Any(o => o.Code == Codes.InUseQueued)));

        holder.Release();

        WatchScene.WaitUntil(() => scene.Exists("archive/logs/a.log"));
        WatchScene.WaitUntil(() => scene.Runs.Any(r => r.Entries.Any(o => o.Code == Codes.MovedFromQueue)));
        Assert.AreEqual(ExitCode.Done, scene.End());
        Assert.IsEmpty(scene.Said);
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void AFileWhoseHolderIsKilled_Moves()
    {
        using WatchScene scene = new();
        using FileHolder holder = FileHolder.Start("write", scene.Write("a.log"));
        Queue(scene);
        scene.Start();

        holder.Kill();

        WatchScene.WaitUntil(() => scene.Exists("archive/logs/a.log"));
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void AProgramThatRuns_MovesWhenItHasEnded()
    {
        using WatchScene scene = new();
        string program = scene.At("program.log");
        File.Copy("/bin/cat", program);
        using FileHolder holder = FileHolder.Start("run", program);
        Queue(scene, "program.log");
        scene.Start();

        holder.Release();

        WatchScene.WaitUntil(() => scene.Exists("archive/logs/program.log"));
    }

    /// <summary>No close tells of it: the probe each second finds it.</summary>
    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [DataRow("flock")]
    [DataRow("posix")]
    [DataRow("ofd")]
    public void ALockThatIsGivenBackWithoutAClose_IsFoundByTheProbe(string mode)
    {
        using WatchScene scene = new("""{ "version": 1, "inUse": "locked", "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" } ] }""");
        using FileHolder holder = FileHolder.Start(mode, scene.Write("a.log"));
        Queue(scene);
        scene.Start();

        holder.Unlock();

        WatchScene.WaitUntil(() => scene.Exists("archive/logs/a.log"));
    }

    [TestMethod]
    public void NewClutter_MovesOnceItHasSettled()
    {
        using WatchScene scene = new();
        scene.Start();
        for (int i = 0; i < 100; i++)
            scene.Write($"{i}.log");
        WatchScene.WaitUntil(() => scene.Exists("archive/logs") && Directory.GetFiles(scene.At("archive/logs")).Length == 100);
        Assert.AreEqual(ExitCode.Done, scene.End());
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void ItsOwnWrites_DoNotWakeItForEver()
    {
        using WatchScene scene = new("""{ "version": 1, "archive": { "index": true }, "docs": {}, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" } ] }""");
        using FileHolder holder = FileHolder.Start("read", scene.Write("held.log"));
        scene.Write("free.log");
        scene.Start();
        WatchScene.WaitUntil(() => scene.Exists("archive/logs/free.log") && scene.Exists(WorkspacePath.QueueFile));

        // A run that finds nothing changes nothing, so the last of them is followed by none. Each run and each probe opens and closes the held file.
        int seen = -1;
        WatchScene.WaitUntil(() => QuietFor(scene, TimeSpan.FromSeconds(3), ref seen));
        Assert.IsLessThan(10, scene.Runs.Count);
    }

    [TestMethod]
    public void AWorkspaceThatAnotherRunHas_IsWaitedFor_AndSaidOnce()
    {
        using WatchScene scene = new();
        Assert.AreEqual(ExitCode.Done, scene.Apply().Exit);
        using (WorkspaceLock.Acquire(scene.Root, OsFiles.Current, TimeProvider.System, TimeSpan.FromSeconds(5), "apply"))
        {
            scene.Start();
            scene.Write("a.log");
            WatchScene.WaitUntil(() => scene.Said.Count > 0);
        }

        WatchScene.WaitUntil(() => scene.Exists("archive/logs/a.log"));
        Assert.AreEqual(ExitCode.Done, scene.End());
        StringAssert.StartsWith(scene.Said.Single(), Codes.WatchWaits);
        StringAssert.Contains(scene.Said.Single(), $"pid {Environment.ProcessId}");
        IReadOnlyList<RunActivity> noted = new ActivityLog(scene.Root, OsFiles.Current, TimeProvider.System).Read().Runs;
        Assert.IsGreaterThan(TimeSpan.FromMilliseconds(90), noted.Max(r => r.WaitedForWorkspace), "all tries together");
        Assert.IsFalse(noted.Any(r => r.GaveUp), "it did not");
    }

    [TestMethod]
    public void ABrokenConfiguration_IsSaid_TheOldStaysInForce_AndTheNextGoodOneIsUsed()
    {
        using WatchScene scene = new();
        scene.Start();
        scene.Write("tidy.json", "{ \"version\": 1, \"rulez\": [] }");
        WatchScene.WaitUntil(() => scene.Said.Any(s => s.StartsWith(Codes.ConfigKept, StringComparison.Ordinal) && s.Contains("did you mean 'rules'")));
        scene.Write("a.log");
        WatchScene.WaitUntil(() => scene.Exists("archive/logs/a.log"));

        scene.Write("b.txt");
        scene.Write("tidy.json", """{ "version": 1, "rules": [ { "id": "texts", "match": ["*.txt"], "to": "archive/texts/" } ] }""");
        WatchScene.WaitUntil(() => scene.Exists("archive/texts/b.txt"));
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void WhatAnotherProcessQueues_IsWatched()
    {
        using WatchScene scene = new() { Phases = ["retry"] };
        scene.Start();
        using FileHolder holder = FileHolder.Start("read", scene.Write("a.log"));
        Queue(scene);
        int before = scene.Runs.Count;

        holder.Release();

        WatchScene.WaitUntil(() => scene.Runs.Skip(before).Any(r => r.MovedFromQueue == 1));
        Assert.IsTrue(scene.Exists("archive/logs/a.log"));
    }

    [TestMethod]
    public void WithoutThePhasesOfClutter_ClutterStays()
    {
        using WatchScene scene = new() { Phases = ["retry"] };
        scene.Start();
        scene.Write("a.log");
        scene.Write("tidy.json", WatchScene.Logs + " ");
        WatchScene.WaitUntil(() => scene.Runs.Count > 0);
        scene.End();
        Assert.IsTrue(scene.Exists("a.log"));
    }

    /// <summary>The system refuses the move of a file that nobody has, as that of a mount point.</summary>
    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void AFreeFileThatTheSystemDoesNotMove_CostsNoAttempt_AndFewRuns()
    {
        const int EBUSY = 16;
        using WatchScene scene = new();
        using (FileHolder.Start("read", scene.Write("a.log")))
            Queue(scene);
        scene.Files.OnRename = path => path == scene.At("a.log") ? new OsCode(EBUSY) : null;
        scene.Start();
        WatchScene.WaitUntil(() => scene.Runs.Count > 2);

        int seen = -1;
        WatchScene.WaitUntil(() => QuietFor(scene, TimeSpan.FromSeconds(3), ref seen));
        Assert.IsLessThan(12, scene.Runs.Count);
        Assert.AreEqual(1, scene.Attempts("a.log"));
    }

    /// <summary>A run must not be started each second for a file that no run moves.</summary>
    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void AFreeFileThatRunsProtect_IsTriedLessAndLess()
    {
        using WatchScene scene = new();
        using (FileHolder.Start("read", scene.Write("a.log")))
            Queue(scene);
        scene.Write("tidy.json", """{ "version": 1, "root": { "allow": [ { "path": "a.log", "reason": "wanted" } ] } }""");
        scene.Write("App.csproj", "<Project><ItemGroup><None Include=\"a.log\" /></ItemGroup></Project>");
        scene.Start();

        int seen = -1;
        WatchScene.WaitUntil(() => QuietFor(scene, TimeSpan.FromSeconds(3), ref seen));
        Assert.IsLessThan(12, scene.Runs.Count);
    }

    [TestMethod]
    public void ASecondWatch_EndsWith5_NamingTheFirst()
    {
        using WatchScene scene = new();
        scene.Start();
        WatchScene.WaitUntil(() => scene.Runs.Count > 0);
        TidyException refused = Assert.ThrowsExactly<TidyException>(() => WatchLock.Acquire(scene.Root, OsFiles.Current, TimeProvider.System));

        Assert.AreEqual((Codes.AlreadyWatched, ExitCode.Busy), (refused.Code, refused.Exit));
        StringAssert.Contains(refused.Message, $"pid {Environment.ProcessId}, watch");
        Assert.AreEqual(ExitCode.Done, scene.End());
        WatchLock.Acquire(scene.Root, OsFiles.Current, TimeProvider.System).Dispose();
    }

    [TestMethod]
    public void WhereTheSystemGivesNoWatches_ItIsSaid_AndTheWatchLooksOnceASecond()
    {
        using WatchScene scene = new()
        {
            Signal = (out string? problem) =>
            {
                problem = null;
                return new LimitedSignal();
            },
        };
        using FileHolder holder = FileHolder.Start("read", scene.Write("a.log"));
        Queue(scene);
        scene.Start();
        StringAssert.StartsWith(scene.Said.Single(), Codes.WatchLimited);

        holder.Release();
        scene.Write("b.log");

        WatchScene.WaitUntil(() => scene.Exists("archive/logs/a.log") && scene.Exists("archive/logs/b.log"));
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void AWorkspaceThatIsGone_EndsTheWatch()
    {
        using WatchScene scene = new();
        scene.Start();
        WatchScene.WaitUntil(() => scene.Runs.Count > 0);
        Directory.Delete(scene.Root.FullPath, recursive: true);
        TidyException lost = (TidyException)scene.End(byItself: true);
        Assert.AreEqual((Codes.WatchLost, ExitCode.Unexpected), (lost.Code, lost.Exit));
    }

    [TestMethod]
    public void AFindingThatStays_IsToldOnce()
    {
        using WatchScene scene = new("""{ "version": 1, "extends": ["dotnet"] }""");
        scene.Write("app.db");
        scene.Start();
        WatchScene.WaitUntil(() => scene.Runs.Any(r => r.Findings.Count > 0));
        scene.Write("build.log");
        WatchScene.WaitUntil(() => !scene.Exists("build.log"));
        scene.End();
        Assert.ContainsSingle(scene.Runs.SelectMany(r => r.Findings).Where(f => f.Code == Codes.Database));
    }

    /// <summary>The file is in the queue, because an earlier run found it in use.</summary>
    private static void Queue(WatchScene scene, string file = "a.log")
    {
        scene.Apply();
        Assert.IsTrue(scene.Exists(file));
        Assert.IsTrue(scene.Exists(WorkspacePath.QueueFile));
    }

    /// <summary>No run came for so long.</summary>
    private static bool QuietFor(WatchScene scene, TimeSpan time, ref int seen)
    {
        IReadOnlyList<RunResult> runs = scene.Runs;
        bool isQuiet = runs.Count > 0 && runs.Count == seen && TimeProvider.System.GetUtcNow() - runs[^1].StartedAt > time;
        seen = runs.Count;
        return isQuiet;
    }
}
