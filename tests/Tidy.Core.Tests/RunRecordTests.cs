using Tidy.Core.Configuration;
using Tidy.Core.Holders;
using Tidy.Core.Journal;
using Tidy.Core.Platform;
using Tidy.Core.Queue;

namespace Tidy.Core.Tests;

/// <summary>What the journal of a past run tells: what was done, what was not and why, and what was made.</summary>
[TestClass]
public sealed class RunRecordTests
{
    private const string Rules =
        """
        { "version": 1, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" }, { "id": "tmp", "match": ["*.tmp"], "to": "archive/tmp/", "conflict": "deduplicate" } ] }
        """;

    [TestMethod]
    public void ARun_TellsEachAction_InOrder_WithWhatFailedAndWhy()
    {
        using Workbench bench = new(Rules);
        bench.Write("archive/tmp/same.tmp", "same");
        bench.Write("same.tmp", "same");
        foreach (string name in new[] { "a.log", "in-use.log", "no-rights.log" })
            bench.Write(name);
        string noRights = bench.At("no-rights.log");
        bench.Files.OnProbe = path => path == bench.At("in-use.log") ? FileUse.InUse : null;
        bench.Files.OnRename = path => path == noRights ? new OsCode(13) : null;

        RunResult result = bench.Apply();

        RunRecord run = RunHistory.List(bench.Root).Single();
        Assert.AreEqual(
            """
            root move a.log archive/logs/a.log Done  
            root move in-use.log archive/logs/in-use.log NotDone locked 
            root move no-rights.log archive/logs/no-rights.log NotDone permission 13
            root remove_duplicate same.tmp archive/tmp/same.tmp Done  
            """.ReplaceLineEndings("\n"),
            Told(run));
        Assert.AreEqual((true, 2, 0), (result.IsRecorded, run.Queued, run.Failed));
        Assert.AreEqual("archive/logs", string.Join(' ', run.Folders));
        Assert.HasCount(2, run.Done);
    }

    [TestMethod]
    public void WhatIsNotQueuedEither_CountsAsFailed()
    {
        using Workbench bench = new();
        bench.Write("a.log");
        bench.Write("b.log");
        string run = bench.Apply().RunId;
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        bench.Files.OnRename = path => path == bench.At("archive/logs/a.log") ? new OsCode(5) : null;

        bench.Run(RunCommand.Undo, r => r with { UndoOf = run });

        RunRecord undo = RunHistory.List(bench.Root)[^1];
        Assert.AreEqual((run, 0, 1), (undo.Undoes, undo.Queued, undo.Failed));
        Assert.AreEqual("unknown", undo.Actions.Single(a => !a.IsDone).Reason);
    }

    [TestMethod]
    public void AnActionOfANewerVersion_IsToldByItsWord_AndNotUndone()
    {
        using TemporaryWorkspace workspace = new();
        WriteJournal(workspace,
            Record(JournalTypes.Intent, 0) with { Source = "old", Destination = "old", Action = "remove_empty_dir", Phase = "runs" },
            Record(JournalTypes.Intent, 1) with { Source = "a.log", Destination = "a.log.gz", Action = "fold_away", Phase = "runs" },
            Record(JournalTypes.Intent, 2) with { Source = "b.log", Action = "fold_away" },
            Record(JournalTypes.Intent, 3) with { Source = "c.log", Destination = "d/c.log", Action = "move", Phase = "root" },
            Record(JournalTypes.Done, 0),
            Record(JournalTypes.Done, 1) with { Destination = "a-2.log.gz" },
            Record(JournalTypes.Fail, 2) with { Reason = "unheard_of", Code = 0 });

        RunRecord run = RunHistory.List(workspace.Root).Single();

        Assert.AreEqual(
            """
            runs remove_empty_dir old  Done  
            runs fold_away a.log a-2.log.gz Done  
             fold_away b.log  NotDone unheard_of 
            root move c.log d/c.log NotTried  
            """.ReplaceLineEndings("\n"),
            Told(run));
        Assert.IsFalse(run.Done.Any(d => d.Source.Value == "a.log"));
        Assert.AreEqual(1, run.Failed, "a journal that does not say counts all that was not done");
    }

    [TestMethod]
    public void AnInterruptedRun_TellsAfterRecoveryWhatHappened()
    {
        using TemporaryWorkspace workspace = new();
        workspace.Write("c.log");
        WriteJournal(workspace, isOpen: true, Record(JournalTypes.Intent, 0) with { Source = "c.log", Destination = "d/c.log", Action = "move", Phase = "root", Size = 7 });
        Assert.AreEqual((RunActionStatus.NotTried, true), (RunHistory.List(workspace.Root).Single().Actions.Single().Status, RunHistory.List(workspace.Root).Single().IsInterrupted));

        RunRequest request = new() { Command = RunCommand.Apply, Root = workspace.Root, Config = new TidyConfig() };
        RunServices services = new() { Files = OsFiles.Current, Processes = Processes.Current, Clock = new ManualClock() };
        new Recovery(request, services, new QueueStore(workspace.Root, services.Files, services.Clock, new QueueConfig())).Run();

        RunAction action = RunHistory.List(workspace.Root).Single().Actions.Single();
        Assert.AreEqual((RunActionStatus.NotDone, "interrupted"), (action.Status, action.Reason));
    }

    private static JournalRecord Record(string type, int number) => new() { Type = type, Number = number };

    private static void WriteJournal(TemporaryWorkspace workspace, params JournalRecord[] records) => WriteJournal(workspace, isOpen: false, records);

    private static void WriteJournal(TemporaryWorkspace workspace, bool isOpen, params JournalRecord[] records)
    {
        JournalRecord run = new() { Type = JournalTypes.Run, Run = "20261122-031500123-4f1c", Command = "apply", At = new ManualClock().Now, Schema = 1 };
        string path = workspace.Write($".autonomous_runs/tidy/runs/20261122-031500123-4f1c{(isOpen ? ".open" : "")}/{JournalFile.Name}");
        File.WriteAllBytes(path, JournalLine.Bytes([run, .. records]));
    }

    private static string Told(RunRecord run) => string.Join('\n', run.Actions.Select(a => $"{a.Phase} {a.Action} {a.Source} {a.Destination} {a.Status} {a.Reason} {a.Code}"));
}
