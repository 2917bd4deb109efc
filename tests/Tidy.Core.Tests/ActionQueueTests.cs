using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>Items of the pending queue that are no moves: what undo puts on hold, and what others may have written.</summary>
[TestClass]
public sealed class ActionQueueTests
{
    [TestMethod]
    public void AnUndo_HoldsFoldersAndCompressedFiles_ByTheirAction_AndNothingThatItWrote()
    {
        using ActionScene scene = new();
        scene.Bench.Carry(scene.Bench.Files, scene.Plan());
        scene.Bench.Undo();

        string[] held = [.. scene.Bench.Queue().Items.Select(i => $"{WireNames.Of(i.Status)} {i.Action} {i.Source} -> {i.Destination}").Order(StringComparer.Ordinal)];

        CollectionAssert.AreEqual(
            new[]
            {
                "held move old/b.txt -> archive/b.txt",
                "held move old/inner/a.txt -> archive/x/a.txt",
                "held move twin.txt -> archive/twin.txt",
                "held remove_empty_dir old -> old",
                "held remove_empty_dir old/inner -> old/inner",
            },
            held);
        PendingMove folder = scene.Bench.Pending("old");
        Assert.AreEqual(PendingMoveId.Compute(folder.Source, folder.Source, "remove_empty_dir"), folder.Id);
    }

    [TestMethod]
    public void WhatIsHeld_StaysSo_UntilItChanges()
    {
        using ActionScene scene = new();
        scene.Bench.Carry(scene.Bench.Files, scene.Plan());
        scene.Bench.Undo();

        RunResult next = scene.Bench.Apply();
        Assert.IsEmpty(next.Entries);
        Assert.IsEmpty(next.Findings, string.Join("\n", next.Findings));
        Assert.AreEqual(5, scene.Bench.Queue().Count);

        scene.Bench.Write("old/new.txt");
        scene.Bench.Apply();
        Assert.IsNull(scene.Bench.Queue().FindBySource(WorkspacePath.Parse("old")), "a folder with something new in it is no longer the one that was put back");
    }

    [TestMethod]
    [DataRow("compress", PendingStatus.Pending)]
    [DataRow("compress", PendingStatus.NeedsManual)]
    [DataRow("launch", PendingStatus.Pending)]
    public void AnItemThatIsNoMove_IsNeverMoved_AndGoesWhenItIsNotOnHold(string action, PendingStatus status)
    {
        using Workbench bench = new(ActionScene.NoRules);
        bench.Write("a.log");
        Put(bench, action, status);

        RunResult result = bench.Apply();

        Assert.IsTrue(bench.Exists("a.log") && !bench.Exists("a.log.gz"));
        Assert.IsEmpty(result.Entries);
        StringAssert.Contains(result.Findings.Single().Message, $"'{action}' has ended: its phase plans it again");
        Assert.IsEmpty(bench.Queue().Items);
    }

    [TestMethod]
    public void AHeldAction_GoesWhenItIsReleased_OrRetriedByName_ButNotByAll()
    {
        using Workbench bench = new(ActionScene.NoRules);
        bench.Write("a.log");
        PendingMove item = Put(bench, "compress", PendingStatus.Held);
        QueueOperations queue = new(bench.Root, OsFiles.Current, bench.Clock, new QueueStore(bench.Root, OsFiles.Current, bench.Clock, bench.Config.Queue));

        bench.Run(RunCommand.Retry, r => r with { RetryAll = true });
        Assert.AreEqual(1, bench.Queue().Count);
        Assert.AreEqual("compress", queue.Release([item.Id]).Items.Single().Action);
        Assert.AreEqual("compress", queue.Hold([item.Id]).Items.Single().Action);
        bench.Run(RunCommand.Retry, r => r with { RetryIds = [item.Id] });

        Assert.IsEmpty(bench.Queue().Items);
        Assert.IsTrue(bench.Exists("a.log"));
    }

    [TestMethod]
    public void Verify_NamesTheActionThatWaits()
    {
        using Workbench bench = new(ActionScene.NoRules);
        bench.Write("a.log");
        Put(bench, "compress", PendingStatus.NeedsManual);

        RunResult result = bench.Run(RunCommand.Verify);

        Assert.IsTrue(result.Findings.Any(f => f.Message.Contains("('compress')", StringComparison.Ordinal)), string.Join("\n", result.Findings));
    }

    private static PendingMove Put(Workbench bench, string action, PendingStatus status)
    {
        WorkspacePath source = WorkspacePath.Parse("a.log"), destination = WorkspacePath.Parse("a.log.gz");
        PendingMove item = new()
        {
            Id = PendingMoveId.Compute(source, destination, action),
            Source = source,
            Destination = destination,
            Action = action,
            Status = status,
            Reason = FailureReason.Unknown,
            FirstSeenAt = bench.Clock.Now,
            LastAttemptAt = bench.Clock.Now,
            NextEligibleAt = bench.Clock.Now,
            Cause = new Cause(bench.Root, OsFiles.Current).Of(source, destination),
        };
        StateFolder.Ensure(bench.Root, OsFiles.Current);
        new QueueStore(bench.Root, OsFiles.Current, bench.Clock, bench.Config.Queue).Transact(q => q.AddOrUpdate(item));
        return item;
    }
}
