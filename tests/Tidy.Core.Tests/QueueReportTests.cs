using Tidy.Core.Configuration;
using Tidy.Core.Holders;
using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Reports;

namespace Tidy.Core.Tests;

/// <summary>What the report of the queue shows and suggests, of a machine that is played.</summary>
[TestClass]
public sealed class QueueReportTests
{
    private static readonly Holder Tail = new(123, "tail", null);
    private static readonly Holder Other = new(456, "importer", null);

    private readonly PlayedFiles files = new(OsFiles.Current);
    private readonly PlayedProcesses processes = new();

    [TestMethod]
    public void OneProcess_IsOneSuggestion_ForAllThatItHolds()
    {
        using QueueScene scene = Scene("a.log", "b.log", "c.log");
        Hold(scene, Tail, "a.log", "b.log", "c.log");
        Hold(scene, Other, "b.log");

        Assert.AreEqual("CloseHolder 123: a.log b.log c.log; CloseHolder 456: b.log", Suggested(scene));
        Assert.AreEqual(SuggestionPriority.High, Report(scene).Suggestions[0].Priority);
    }

    [TestMethod]
    public void AHolderThatHasEnded_OrIsOfAnEarlierBoot_IsNotSuggested()
    {
        using QueueScene scene = Scene("ended.log", "boot.log", "runs.log");
        files.OnProbe = _ => FileUse.Unknown;
        processes.Running.Add(Other.ProcessId);
        Change(scene, "ended.log", i => i with { Holders = [Tail], BootId = "boot" });
        Change(scene, "boot.log", i => i with { Holders = [Other], BootId = "earlier" });
        Change(scene, "runs.log", i => i with { Holders = [Other], BootId = "boot" });

        Assert.AreEqual("CloseHolder 456: runs.log; Retry: boot.log ended.log", Suggested(scene));
    }

    [TestMethod]
    public void WhatNobodyHoldsAnyMore_IsWorthARetry_WhateverWasNoted()
    {
        using QueueScene scene = Scene("a.log");
        files.OnProbe = _ => FileUse.Free;
        processes.Running.Add(Tail.ProcessId);
        Change(scene, "a.log", i => i with { Holders = [Tail], BootId = "boot" });

        Assert.AreEqual("Retry: a.log", Suggested(scene));
        Assert.AreEqual(ObstacleKind.Free, Report(scene).Suggestions[0].Obstacle);
        Assert.IsEmpty(Report(scene).TopItems[0].Obstacle.Holders);
    }

    [TestMethod]
    public void InUseByNobodyKnown_AsksToFindOut()
    {
        using QueueScene scene = Scene("a.log");
        Assert.AreEqual("FindHolder: a.log", Suggested(scene));
    }

    [TestMethod]
    public void ADatabaseWhoseJournalIsHeld_IsNotCalledFree()
    {
        using QueueScene scene = Scene("app.db");
        string journal = scene.Workspace.Write("app.db-wal", "x");
        files.OnProbe = path => path == journal ? FileUse.InUse : FileUse.Free;
        processes.Holding[journal] = [Tail];
        Assert.AreEqual("CloseHolder 123: app.db", Suggested(scene));
    }

    [TestMethod]
    public void EachCause_HasItsCure_AndWhatEndedCanBeRetriedOrDropped()
    {
        using QueueScene scene = Scene();
        Add(scene, "held.log", FailureReason.Locked, PendingStatus.Held);
        Add(scene, "rights1.log", FailureReason.Permission, PendingStatus.Pending);
        Add(scene, "rights2.log", FailureReason.Permission, PendingStatus.NeedsManual);
        Add(scene, "taken.log", FailureReason.DestExists, PendingStatus.NeedsManual);
        Add(scene, "full.log", FailureReason.DiskFull, PendingStatus.Pending);
        Add(scene, "late.log", FailureReason.Locked, PendingStatus.Abandoned);
        Hold(scene, Tail, "late.log");

        Assert.AreEqual(
            "RemoveCause: full.log; CloseHolder 123: late.log; GrantRights: rights1.log rights2.log; ChooseFile: taken.log; "
                + "RetryOrDrop: late.log; RetryOrDrop: rights2.log taken.log; Release: held.log",
            Suggested(scene));
        Assert.AreEqual("high,high,high,high,medium,medium,low", string.Join(',', Report(scene).Suggestions.Select(s => WireNames.Of(s.Priority))));
    }

    [TestMethod]
    public void ACauseThatChanged_OrAFileThatIsGone_IsWorthARetry()
    {
        using QueueScene scene = Scene();
        Add(scene, "taken.log", FailureReason.DestExists, PendingStatus.NeedsManual);
        Add(scene, "gone.log", FailureReason.Locked, PendingStatus.Pending);
        Change(scene, "taken.log", i => i with { Cause = new Cause(scene.Root, files).Of(i.Source, i.Destination) });
        scene.Workspace.Write("taken.log", "it has grown");
        File.Delete(scene.Workspace.At("gone.log"));

        Assert.AreEqual("Retry: gone.log; Retry: taken.log; RetryOrDrop: taken.log", Suggested(scene));
    }

    [TestMethod]
    public void Top_BoundsTheItems_AndNotTheSuggestions()
    {
        using QueueScene scene = Scene("a.log", "b.log", "c.log");
        Hold(scene, Tail, "a.log", "b.log", "c.log");
        Change(scene, "c.log", i => i with { AttemptCount = 4 });

        QueueReport report = Report(scene, top: 2);

        Assert.AreEqual("c.log,a.log", string.Join(',', report.TopItems.Select(i => i.Item.Source.Value)));
        Assert.AreEqual((40L, 10), (report.TopItems[0].Rank.Priority, report.TopItems[0].MaxAttempts));
        Assert.AreEqual(3, report.Suggestions.Single().Items.Count);
        Assert.AreEqual(3, report.Stats.Pending);
        Assert.IsEmpty(Report(scene, top: 0).TopItems);
    }

    [TestMethod]
    public void MakingIt_ChangesNothing_NorDoesAnEmptyWorkspaceGetState()
    {
        using QueueScene scene = Scene("a.log", "b.log");
        string before = scene.Everything();
        Report(scene);
        Assert.AreEqual(before, scene.Everything());

        using var empty = new QueueScene(files: files);
        QueueReport report = Report(empty);
        Assert.AreEqual((0, 0, 0), (report.Stats.Total, report.TopItems.Count, report.Suggestions.Count));
        Assert.AreEqual("", empty.Everything());
    }

    [TestMethod]
    public void APathThroughALink_IsNotFollowed()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("Links need rights there.");
        using QueueScene scene = Scene();
        Directory.CreateSymbolicLink(scene.Workspace.At("link"), Path.GetTempPath());
        scene.Add(scene.Item("link/a.log"));
        files.OnProbe = path => throw new AssertFailedException($"probed {path}");
        Assert.AreEqual("RemoveCause: link/a.log", Suggested(scene));
    }

    private QueueScene Scene(params string[] locked)
    {
        var scene = new QueueScene(files: files);
        files.OnProbe = _ => FileUse.InUse;
        foreach (string name in locked)
            Add(scene, name, FailureReason.Locked, PendingStatus.Pending);
        return scene;
    }

    private static void Add(QueueScene scene, string name, FailureReason reason, PendingStatus status)
    {
        scene.Workspace.Write(name, "x");
        scene.Add(scene.Item(name, reason: reason) with { Status = status });
    }

    private void Hold(QueueScene scene, Holder holder, params string[] names)
    {
        foreach (string path in names.Select(scene.Workspace.At))
            processes.Holding[path] = [.. processes.Holding.GetValueOrDefault(path, []), holder];
    }

    private static void Change(QueueScene scene, string name, Func<PendingMove, PendingMove> change) =>
        scene.Store.Transact(queue => queue.Change(change(queue.Items.Single(i => i.Source.Value == name))));

    private QueueReport Report(QueueScene scene, int top = 10) =>
        new QueueReporter(scene.Root, new TidyConfig(), new RunServices { Files = files, Processes = processes, Clock = scene.Clock }).Make(top);

    private string Suggested(QueueScene scene) => string.Join("; ", Report(scene).Suggestions.Select(s =>
        $"{s.Kind}{(s.Holder is { } holder ? $" {holder.ProcessId}" : "")}: {string.Join(' ', s.Items.Select(i => i.Source.Value))}"));
}
