using System.Text.Json;
using Tidy.Core.Locking;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class LockTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [TestMethod]
    public void AHeldLock_IsNotHadByAnotherThreadUntilItIsFree()
    {
        using var workspace = new TemporaryWorkspace();
        string path = workspace.At("a.lock");
        OsLock first = OsLock.TryAcquire(path, Short, TimeProvider.System)!;

        Assert.IsNull(OnAnotherThread(() => Take(path, Short)), "it was held");
        Assert.IsNull(Take(path, TimeSpan.Zero), "it is not re-entrant");

        first.Dispose();
        first.Dispose();
        Assert.AreEqual("had", OnAnotherThread(() => Take(path, Short)));
        Assert.IsTrue(File.Exists(path), "a lock file is never deleted");
    }

    [TestMethod]
    public void AWaitingThread_GetsTheLockWhenItIsFreed()
    {
        using var workspace = new TemporaryWorkspace();
        string path = workspace.At("a.lock");
        using var started = new ManualResetEventSlim();
        string? had = null;
        var waiter = new Thread(() =>
        {
            started.Set();
            had = Take(path, Long);
        });

        using (OsLock.TryAcquire(path, Short, TimeProvider.System))
        {
            waiter.Start();
            started.Wait();
        }

        waiter.Join();
        Assert.AreEqual("had", had);
    }

    [TestMethod]
    public void Threads_NeverHoldItTogether()
    {
        using var workspace = new TemporaryWorkspace();
        string path = workspace.At("a.lock");
        int inside = 0, most = 0, turns = 0;
        RunThreads(4, () =>
        {
            for (int i = 0; i < 50; i++)
            {
                using OsLock held = OsLock.TryAcquire(path, Long, TimeProvider.System)!;
                most = Math.Max(most, Interlocked.Increment(ref inside));
                turns++;
                Interlocked.Decrement(ref inside);
            }
        });

        Assert.AreEqual((1, 200), (most, turns));
    }

    [TestMethod]
    public void ALockWhoseHolderThreadDied_IsFree()
    {
        using var workspace = new TemporaryWorkspace();
        string path = workspace.At("a.lock");
        OsLock? lost = null;
        RunThreads(1, () => lost = OsLock.TryAcquire(path, Short, TimeProvider.System));

        lost!.Dispose(); // on the wrong thread: the waiting room was abandoned, the file is free
        Assert.AreEqual("had", Take(path, Long));
    }

    [TestMethod]
    public void AFileThatASecondOpenGetsThrough_IsNoLock()
    {
        using var workspace = new TemporaryWorkspace();
        string path = workspace.Write("a.lock");

        var unsafeLock = Assert.ThrowsExactly<TidyException>(() => OsLock.CheckThatItExcludes(path));

        Assert.AreEqual((Codes.LockingUnsafe, ExitCode.Unexpected), (unsafeLock.Code, unsafeLock.Exit));
        StringAssert.Contains(unsafeLock.Message, "DOTNET_SYSTEM_IO_DISABLEFILELOCKING");
        StringAssert.Contains(unsafeLock.Message, "network file system");
    }

    [TestMethod]
    public void ALockFileThatCannotBeOpened_IsAClearError()
    {
        using var workspace = new TemporaryWorkspace();
        string path = workspace.At("missing/a.lock");
        var failed = Assert.ThrowsExactly<TidyException>(() => OsLock.TryAcquire(path, Short, TimeProvider.System));
        StringAssert.Contains(failed.Message, path);
    }

    [TestMethod]
    public void ABusyWorkspace_NamesWhoHoldsIt()
    {
        using var workspace = new TemporaryWorkspace();
        using (WorkspaceLock.Acquire(workspace.Root, OsFiles.Current, ManualClock.AtFixtures, Short, "apply"))
        {
            using JsonDocument owner = JsonDocument.Parse(File.ReadAllBytes(workspace.Root.State("run.lock.owner.json")));
            CollectionAssert.AreEquivalent(
                new[] { "pid", "started_at", "host", "command" }, owner.RootElement.EnumerateObject().Select(p => p.Name).ToArray());

            var busy = OnAnotherThread(() => Assert.ThrowsExactly<TidyException>(() =>
                WorkspaceLock.Acquire(workspace.Root, OsFiles.Current, TimeProvider.System, Short, "retry")));
            Assert.AreEqual((Codes.WorkspaceBusy, ExitCode.Busy), (busy.Code, busy.Exit));
            StringAssert.Contains(busy.Message, $"dotnet-tidy (pid {Environment.ProcessId}, apply, since 2026-11-22T01:13:14Z)");
            StringAssert.Contains(busy.Message, workspace.FullPath);
        }

        Assert.IsFalse(File.Exists(workspace.Root.State("run.lock.owner.json")), "a stale name would mislead");
        using WorkspaceLock again = WorkspaceLock.Acquire(workspace.Root, OsFiles.Current, TimeProvider.System, Short, "retry");
    }

    [TestMethod]
    [DataRow("not json")]
    [DataRow("{}")]
    [DataRow("[1]")]
    [DataRow("")]
    public void WhatTheOwnerFileSays_NeverDecides(string content)
    {
        using var workspace = new TemporaryWorkspace();
        workspace.Write(".autonomous_runs/tidy/run.lock.owner.json", content);
        workspace.Write(".autonomous_runs/tidy/run.lock", content);

        using (WorkspaceLock.Acquire(workspace.Root, OsFiles.Current, TimeProvider.System, Short, "apply"))
        {
            File.WriteAllText(workspace.Root.State("run.lock.owner.json"), content);
            var busy = OnAnotherThread(() => Assert.ThrowsExactly<TidyException>(() =>
                WorkspaceLock.Acquire(workspace.Root, OsFiles.Current, TimeProvider.System, Short, "retry")));
            StringAssert.Contains(busy.Message, "could not be named");
        }
    }

    [TestMethod]
    public void ALockFileThatIsALink_IsRefused()
    {
        using var workspace = new TemporaryWorkspace();
        Directory.CreateDirectory(workspace.Root.StatePath);
        File.CreateSymbolicLink(workspace.Root.State("queue.lock"), workspace.At("outside"));

        var refused = Assert.ThrowsExactly<TidyException>(() => QueueLock.Acquire(workspace.Root, OsFiles.Current, TimeProvider.System));

        Assert.AreEqual(Codes.PathRefused, refused.Code);
        Assert.IsFalse(File.Exists(workspace.At("outside")));
    }

    internal static T OnAnotherThread<T>(Func<T> action)
    {
        T result = default!;
        RunThreads(1, () => result = action());
        return result;
    }

    /// <summary>Runs it on so many threads at once and fails with the first failure of any.</summary>
    internal static void RunThreads(int count, Action action)
    {
        Exception? failure = null;
        Thread[] threads = [.. Enumerable.Range(0, count).Select(_ => new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception e)
            {
                failure = e;
            }
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        if (failure is not null)
            throw new AssertFailedException(failure.ToString(), failure);
    }

    private static string? Take(string path, TimeSpan timeout)
    {
        using OsLock? taken = OsLock.TryAcquire(path, timeout, TimeProvider.System);
        return taken is null ? null : "had";
    }
}
