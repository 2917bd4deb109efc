using Tidy.Core.Configuration;
using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Reports;

namespace Tidy.Core.Tests;

/// <summary>What the reference system gets wrong, by its number in our study of it, and what a run does instead.</summary>
/// <remarks>
/// Shown elsewhere already, and not twice:
/// <code>
/// A01, A02  queue cut off, or of a newer schema, counts as empty  QueueStoreTests.AFileCutShort_LosesNoneOfFiftyItems, .ANewerSchema_IsLeftUntouched
/// A05       a killed run loses the queue and blocks the next      RecoveryTests (a death at every call); with pending items: here
/// A08       queue items lead out of the workspace                 RetryRunTests.ItemsThatLeaveTheWorkspace_AreRefusedAndTouchNothing
/// A08       a retry moves what the rules protect                  RetryRunTests.AFileThatGitTracksByNow_StaysThoughItIsQueued
/// A09       moves follow links out of the workspace               RunTests.ALinkAtTheRoot_IsLeft_AndADestinationBehindALink_IsRefused
/// A10       a missing source is retried ten times                 RetryRunTests.AVanishedSource_ClosesItsItem
/// A14       rules try queued files behind the queue's back        RetryRunTests.Rules_LeaveAQueuedSourceToTheQueue
/// A14       an item whose cause is gone needs a person for ever   RetryRunTests.APermissionFailure_NeedsAPersonAtTheThirdAttempt_AndClosesWhenItIsFixed
/// A15       a full queue drops files and says they were queued    RetryRunTests.AFullQueue_RefusesLoudly_AndTheFileStays
/// A18       two writers lose each other's items                   QueueStoreTests.EightThreadsOfAHundredAdds_LoseNothing
/// A20       a dry run creates folders and takes the lock          RunTests.APreview_ChangesNoNameByteOrTime; with the real tool: PreviewProcessTests
/// A21       an identical truth source at the root blocks for ever TruthSourceTests.A21_AnIdenticalOneAtTheRoot_IsSuperseded_AndTheNextRunIsTidy
/// A22       the promised backup of each run is never made         UndoTests; of all phases: AllPhasesTests.Undo_GivesTheIdenticalTree_AndUndoOfThatTheTidyOne
/// A23       what verify allows, the clean-up moves away           ReferenceRoutingTests; plan, apply and verify of one workspace: SampleTests
/// A24       projects count as runs, protected folders are removed RunsPhaseTests, RunsApplyTests, RunsEmptyFoldersTests (A24_...)
/// A25       an item is abandoned and purged unseen in one run     RetryRunTests.AnItemFirstSeenThirtyDaysAgo_IsAbandonedWhateverItsCount_AndStaysVisible
/// A27       --repair-only alone runs the whole clean-up           --repair goes with plan and apply only, and adds to them: CommandLineTests, VerifyPhaseTests.Repair_...
/// A28       docs and archives are made outside of the workspace   DocsPhaseTests.A28_FoldersOutsideOfTheWorkspace_AreRefused
/// A29       a held lock is a crash with exit code 1               ApplyProcessTests.ABusyWorkspace_IsExitCode5_..., .ABusyQueue_IsExitCode5_...
/// A30       exit code 1 means three things                        ExitCodesTests.WhatHappened_AndWhatWasAsked_MakeTheCode
/// A31       the archive index is never made again                 ArchiveRunTests.ARun_TendsTheArchive_AndTheNextIsQuiet
/// A32       a truth source that only the root has stops its run   TruthSourceTests.A32_AMissingOne_ThatTheRootHas_NamesTheRootFile_WhichStays_AndTheRunGoesOn
/// A33       known folders end one level too deep                  ReferenceRoutingTests.A33_KnownFolders_GoToTheirPlace_NotIntoIt
/// A35       a later phase moves what an earlier one kept          RunsApplyTests.A35_TheRunsThatAreKept_StayThroughAllPhases
/// </code>
/// </remarks>
[TestClass]
public sealed class ReferenceDefectTests
{
    private const int EXDEV = 18, EACCES = 13, EIO = 5;

    [TestMethod]
    public void A03_ARunDoesNotSweepItsOwnQueueOrState()
    {
        using Workbench bench = new("""{ "version": 1, "inUse": "off", "rules": [ { "id": "all", "match": ["*", ".*", "*/", ".*/"], "to": "archive/" } ] }""");
        WriteQueue(bench, Item(".autonomous_runs", "archive/runs", reason: "unknown"), Item("later.log", "archive/later.log", due: false, reason: "unknown"));
        bench.Write("later.log");
        bench.Write("a.log");

        RunResult first = bench.Apply();
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        bench.Apply();
        bench.Apply();

        Assert.AreEqual(EntryStatus.Protected, first.Entries.Single(e => e.Entry.Source.Value == ".autonomous_runs").Status);
        Assert.IsTrue(bench.Exists("archive/a.log") && File.Exists(bench.Root.QueuePath) && Directory.Exists(bench.Root.StatePath));
        Assert.AreEqual(PendingStatus.Pending, bench.Pending("later.log").Status);
        Assert.IsFalse(bench.Exists("archive/runs") || bench.Exists("archive/.autonomous_runs"));
    }

    [TestMethod]
    public void A04_ARunThatEndsEarly_KeepsTheQueue()
    {
        using Workbench bench = new();
        string[] held = ["1.log", "2.log", "3.log", "4.log", "5.log"];
        Array.ForEach(held, h => bench.Write(h));
        bench.Files.OnProbe = path => Array.Exists(held, h => path.EndsWith(h, StringComparison.Ordinal)) ? FileUse.InUse : null;
        bench.Apply();
        string before = File.ReadAllText(bench.Root.QueuePath);
        bench.Write("a.log");
        bench.Config = bench.Config with { Limits = new LimitsConfig { MaxMoves = 0 } };

        Assert.AreEqual(ExitCode.Usage, bench.Apply().Exit);
        Assert.AreEqual(before, File.ReadAllText(bench.Root.QueuePath));
    }

    [TestMethod]
    public void A05_ARunThatDiesAmongItsMoves_KeepsTheQueue_AndDoesNotBlockTheNextOne()
    {
        using Workbench bench = new();
        bench.Write("held.log");
        bench.Files.OnProbe = path => path.EndsWith("held.log", StringComparison.Ordinal) ? FileUse.InUse : null;
        bench.Apply();
        bench.Write("a.log");
        bench.Write("b.log");
        bench.Files.OnRename = path => path.EndsWith("b.log", StringComparison.Ordinal) ? throw new DyingFiles.DiedException() : null;
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.ThrowsExactly<DyingFiles.DiedException>(() => bench.Apply());
        bench.Files.OnRename = _ => null;
        bench.Clock.Advance(TimeSpan.FromSeconds(1));

        RunResult next = bench.Run(RunCommand.Apply, r => r with { LockTimeout = TimeSpan.Zero });

        Assert.AreEqual("b.log", next.Entries.Single().Entry.Source.Value);
        Assert.AreEqual(1, bench.Pending("held.log").AttemptCount);
        Assert.IsTrue(bench.Exists("archive/logs/a.log") && bench.Exists("archive/logs/b.log"));
    }

    [TestMethod]
    public void A06_TwoPhasesWithOneDestination_GiveEachFileAName()
    {
        using Workbench bench = new("""{ "version": 1, "rules": [ { "id": "texts", "match": ["*.txt"], "to": "archive/unsorted/" } ] }""");
        bench.Write("x.txt", "of the root");
        bench.Write("docs/x.txt", "of docs");
        WriteQueue(bench, Item("docs/x.txt", "archive/unsorted/x.txt"));

        bench.Apply();

        string[] contents = [.. Directory.GetFiles(bench.At("archive/unsorted")).Select(File.ReadAllText).Order(StringComparer.Ordinal)];
        CollectionAssert.AreEqual(new[] { "of docs", "of the root" }, contents);
    }

    [TestMethod]
    public void A07_ARetry_DoesNotOverwriteADestinationThatAppeared()
    {
        using Workbench bench = new();
        bench.Write("a.log", "pending");
        bench.Files.OnProbe = _ => FileUse.InUse;
        bench.Apply();
        bench.Write("archive/logs/a.log", "appeared");
        bench.Files.OnProbe = _ => null;

        Outcome outcome = bench.Apply().Entries.Single();

        Assert.AreEqual(EntryStatus.Moved, outcome.Status);
        Assert.AreEqual("appeared", File.ReadAllText(bench.At("archive/logs/a.log")));
        Assert.AreEqual("pending", File.ReadAllText(bench.At(outcome.Destination!.Value)));
    }

    [TestMethod]
    public void A11_BadItems_CostThemselves_AndStopNoRun()
    {
        using Workbench bench = new();
        foreach (string name in new[] { "date.log", "offset.log", "status.log" })
            bench.Write(name);
        const string Time = "2026-03-01T11:00:00Z";
        WriteQueue(bench,
            Item("date.log", "archive/date.log").Replace($"\"first_seen_at\": \"{Time}\"", "\"first_seen_at\": \"yesterday\"", StringComparison.Ordinal),
            Item("offset.log", "archive/offset.log").Replace(Time, "2026-03-01T11:00:00+00:00", StringComparison.Ordinal),
            Item("status.log", "archive/status.log").Replace("\"status\": \"pending\",", "", StringComparison.Ordinal),
            Item("gone.log", "archive/gone.log").Replace("\"src\": \"gone.log\",", "", StringComparison.Ordinal));

        RunResult preview = bench.Plan();
        RunResult first = bench.Apply();
        RunResult second = bench.Apply();

        Assert.AreEqual(ExitCode.Done, preview.Exit);
        Assert.AreEqual(3, first.Findings.Count(f => f.Code == Codes.StateDamaged), string.Join("\n", first.Findings));
        Assert.IsTrue(bench.Exists("archive/offset.log"), "an offset is understood");
        Assert.IsTrue(bench.Exists("archive/logs/date.log") && bench.Exists("archive/logs/status.log"), "the rules take what the queue could not tell");
        Assert.IsEmpty(second.Findings);
        Assert.HasCount(3, File.ReadAllLines(bench.Root.State(QueueStore.SetAsideName)));
    }

    [TestMethod]
    public void A12_NamesThatDifferByCase_AreTwoItems_AndBothMove()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Inconclusive("One name, on this system.");
        using Workbench bench = new("""{ "version": 1, "rules": [ { "id": "texts", "match": ["*.txt"], "to": "archive/" } ] }""");
        bench.Write("Foo.txt", "upper");
        bench.Write("foo.txt", "lower");
        bench.Files.OnProbe = _ => FileUse.InUse;
        bench.Apply();
        Assert.AreEqual(2, bench.Queue().Count);
        Assert.AreEqual((1, 1), (bench.Pending("Foo.txt").AttemptCount, bench.Pending("foo.txt").AttemptCount));

        bench.Files.OnProbe = _ => null;
        bench.Apply();

        Assert.AreEqual(("upper", "lower"), (File.ReadAllText(bench.At("archive/Foo.txt")), File.ReadAllText(bench.At("archive/foo.txt"))));
        Assert.AreEqual(0, bench.Queue().Count);
    }

    [TestMethod]
    public void A13_AMoveWhoseSourceCannotBeRemoved_LeavesNoCopies()
    {
        using Workbench bench = new();
        string source = bench.Write("a.log", "one");
        bench.Files.OnRename = path => path == source ? new OsCode(EXDEV) : null;
        bench.Files.OnRemove = path => Path.GetExtension(path) == ".aside" ? new OsCode(EACCES) : null;

        for (int run = 0; run < 4; run++)
        {
            bench.Run(run % 2 == 0 ? RunCommand.Apply : RunCommand.Retry, r => r with { RetryAll = r.Command == RunCommand.Retry });
            bench.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.AreEqual("one", File.ReadAllText(source));
        Assert.IsFalse(Directory.Exists(bench.At("archive")) && Directory.GetFiles(bench.At("archive"), "*.log", SearchOption.AllDirectories).Length > 0);
        Assert.AreEqual(1, bench.Queue().Count);
        Assert.AreEqual(FailureReason.Permission, bench.Pending("a.log").Reason);
    }

    [TestMethod]
    public void A15_ElevenHundredFailingMoves_AreElevenHundredItems()
    {
        using Workbench bench = new();
        for (int i = 0; i < 1100; i++)
            bench.Write($"{i}.log");
        bench.Files.OnRename = _ => new OsCode(EIO);

        RunResult result = bench.Apply();

        Assert.AreEqual(1100, result.Entries.Count(e => e.Status == EntryStatus.Queued));
        Assert.AreEqual(1100, bench.Queue().Count);
    }

    [TestMethod]
    public void A26_AQueueThatCannotBeSaved_IsNotSaidToHaveTheFile()
    {
        using Workbench bench = new();
        bench.Write("held.log");
        bench.Write("free.log");
        bench.Files.OnProbe = path => path.EndsWith("held.log", StringComparison.Ordinal) ? FileUse.InUse : null;
        bench.Files.OnReplace = path => path == bench.Root.QueuePath ? new OsCode(EIO) : null;

        RunResult result = bench.Apply();

        Assert.AreEqual(EntryStatus.Failed, result.Entries.Single(e => e.Entry.Source.Value == "held.log").Status);
        Assert.AreEqual(EntryStatus.Moved, result.Entries.Single(e => e.Entry.Source.Value == "free.log").Status);
        Assert.IsTrue(result.Findings.Any(f => f.Level == FindingLevel.Error && f.Path == ".autonomous_runs/tidy_pending_moves.json"), string.Join("\n", result.Findings));
        Assert.AreNotEqual(ExitCode.Done, result.Exit);
        Assert.IsTrue(bench.Exists("held.log"));
    }

    [TestMethod]
    public void A28_AConfigurationThatLeadsOut_CreatesNothingOutside()
    {
        using Workbench bench = new();
        string outside = Path.GetFileName(bench.Root.FullPath) + "-victim";

        TidyException refused = Assert.Throws<TidyException>(() => ConfigReader.Parse(
            $$"""{ "version": 1, "migrations": [ { "from": "old/", "to": "../{{outside}}/" } ], "archive": { "path": "../{{outside}}" } }""", "tidy.json"));

        Assert.AreEqual((Codes.PathRefused, ExitCode.Usage), (refused.Code, refused.Exit));
        Assert.IsFalse(Directory.Exists(bench.At($"../{outside}")));
    }

    [TestMethod]
    public void A34_AnItemUnderAnotherId_IsCountedOnce_AndEnds()
    {
        using Workbench bench = new();
        bench.Write("a.log");
        WriteQueue(bench, Item("a.log", "archive/logs/a.log", id: "feedfacefeedface"));
        bench.Files.OnProbe = _ => FileUse.InUse;

        bench.Apply();
        Assert.AreEqual(1, bench.Queue().Count);
        Assert.AreEqual(("feedfacefeedface", 2), (bench.Pending("a.log").Id, bench.Pending("a.log").AttemptCount));

        bench.Files.OnProbe = _ => null;
        bench.Apply();
        Assert.AreEqual(0, bench.Queue().Count);
        Assert.IsTrue(bench.Exists("archive/logs/a.log"));
    }

    /// <summary>Its get_actionable_report left out needs_manual and abandoned items, and wrote its own keys into the live ones.</summary>
    [TestMethod]
    public void TheReport_HasWhatNeedsAPerson_AndLeavesTheQueueAsItIs()
    {
        using Workbench bench = new();
        bench.Write("a.log");
        bench.Write("b.log");
        WriteQueue(bench,
            Item("a.log", "archive/logs/a.log").Replace("\"pending\"", "\"needs_manual\"", StringComparison.Ordinal),
            Item("b.log", "archive/logs/b.log").Replace("\"pending\"", "\"abandoned\"", StringComparison.Ordinal));
        string before = File.ReadAllText(bench.Root.QueuePath);

        QueueReport report = new QueueReporter(bench.Root, bench.Config, bench.Services).Make(10);
        bench.Write("c.log");
        bench.Files.OnProbe = _ => FileUse.InUse;
        bench.Apply();

        Assert.AreEqual("a.log b.log", string.Join(' ', report.TopItems.Select(i => i.Item.Source.Value)));
        Assert.AreEqual(2, report.Suggestions.Count(s => s.Kind == SuggestionKind.RetryOrDrop));
        Assert.AreNotEqual(before, File.ReadAllText(bench.Root.QueuePath));
        Assert.DoesNotContain("priority", File.ReadAllText(bench.Root.QueuePath));
    }

    private static void WriteQueue(Workbench bench, params string[] items)
    {
        Directory.CreateDirectory(bench.At(".autonomous_runs"));
        File.WriteAllText(bench.Root.QueuePath, $$"""{ "schema_version": 1, "queue_id": "autopack-root", "items": [ {{string.Join(",", items)}} ] }""");
    }

    private static string Item(string source, string destination, string reason = "locked", bool due = true, string? id = null) =>
        $$"""
        { "id": "{{id ?? Guid.NewGuid().ToString("N")[..16]}}", "src": "{{source}}", "dest": "{{destination}}", "action": "move", "status": "pending", "reason": "{{reason}}",
          "first_seen_at": "2026-03-01T11:00:00Z", "last_attempt_at": "2026-03-01T11:00:00Z", "attempt_count": 1, "next_eligible_at": "2026-03-0{{(due ? 1 : 2)}}T11:05:00Z" }
        """;
}
