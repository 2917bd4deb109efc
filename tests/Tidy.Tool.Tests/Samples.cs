using Tidy.Core;
using Tidy.Core.Holders;
using Tidy.Core.Journal;
using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Reports;
using Tidy.Core.Workspaces;

namespace Tidy.Tool.Tests;

/// <summary>Fixed results, so that outputs can be compared letter by letter.</summary>
internal static class Samples
{
    public static RunRecord Run { get; } = new()
    {
        Id = "20261122-031500123-4f1c",
        Command = "apply",
        StartedAt = FixedClock.Now,
        Done = [new DoneMove(WorkspacePath.Parse("a.log"), WorkspacePath.Parse("archive/a.log"), PlanAction.Move, default, UnitOf: null)],
        Actions =
        [
            Action("a.log", "archive/a.log"),
            Action("b.log", "archive/b.log") with { Status = RunActionStatus.NotDone, Reason = "locked" },
        ],
        Folders = ["archive"],
        Queued = 1,
    };

    public static readonly PendingMove Item = new()
    {
        Id = "a1b2c3d4e5f60718",
        Source = WorkspacePath.Parse("run.log"),
        Destination = WorkspacePath.Parse("archive/logs/run.log"),
        FirstSeenAt = FixedClock.Now.AddHours(-2),
        LastAttemptAt = FixedClock.Now,
        AttemptCount = 2,
        NextEligibleAt = FixedClock.Now.AddMinutes(10),
        LastError = "the file is open in another process",
        BytesEstimate = 2048,
        Holders = [new Holder(4242, "importer", FixedClock.Now.AddHours(-3))],
    };

    public static RunResult Empty(RunCommand command, WorkspaceRoot root) => new()
    {
        Command = command,
        RunId = "20261122-031500-4f1c",
        Root = root,
        StartedAt = FixedClock.Now,
        Duration = TimeSpan.FromMilliseconds(12),
        Entries = [],
        Findings = [],
        Queue = new QueueStats(),
        Exit = ExitCode.Done,
    };

    public static RunResult Plan(WorkspaceRoot root) => Empty(RunCommand.Plan, root) with
    {
        Entries = [Planned("build.log", 1234), Planned("old.log", 10) with { Destination = WorkspacePath.Parse("archive/logs/old_20261101-000000.log") }, Kept("app.db")],
        Findings = [new Finding(Codes.Database, FindingLevel.Warning, "app.db", "A database is never moved by a built-in rule.")],
    };

    /// <summary>Much of the same: reports of one reason, and one that shows lines; a long reason; reasons that differ within a group.</summary>
    public static RunResult Messy(WorkspaceRoot root) => Empty(RunCommand.Plan, root) with
    {
        Entries =
        [
            .. Enumerable.Range(1, 14).Select(i => Planned($"trace{i}.log", 100)),
            .. Enumerable.Range(1, 2).Select(i => Planned($"run-{i}", 0) with { Message = $"run {i + 10} of group 'run': 10 newer ones stay", Destination = WorkspacePath.Parse($"archive/runs/run-{i}") }),
            .. Enumerable.Range(1, 3).Select(i => Kept($"app{i}.db")),
        ],
        Findings =
        [
            .. Enumerable.Range(1, 237).Select(i => new Finding(Codes.Reported, FindingLevel.Warning, $"Library{i}.dll", "A build writes into bin/, obj/ or artifacts/; what put it here will put it here again; it is never moved.")),
            new Finding(Codes.Secret, FindingLevel.Warning, "server.pfx", "It looks like a key."),
            new Finding(Codes.TruthSourceDivergent, FindingLevel.Error, "A.md", "Another version.") { Detail = "-a\n+b\n" },
            new Finding(Codes.TruthSourceDivergent, FindingLevel.Error, "B.md", "Another version.") { Detail = "-c\n+d\n" },
        ],
    };

    /// <summary>One moved, one queued, one failed.</summary>
    public static RunResult Apply(WorkspaceRoot root) => Empty(RunCommand.Apply, root) with
    {
        Entries =
        [
            Planned("build.log", 1234) with { Status = EntryStatus.Moved },
            Planned("run.log", 2048) with
            {
                Status = EntryStatus.Queued, Reason = FailureReason.Locked, Code = Codes.StillInUse, Message = "It is in use.",
                Holders = Item.Holders, Pending = Item, MaxAttempts = 10,
            },
            Planned("x.log", 5) with { Status = EntryStatus.Failed, Reason = FailureReason.DiskFull, Code = Codes.MoveFailed, Message = "The disk is full." },
        ],
        Queue = new QueueStats { Total = 4, Pending = 2, Abandoned = 1, NeedsManual = 1, EligibleNow = 1 },
        MovedFromQueue = 3,
        Exit = ExitCode.Pending,
    };

    /// <summary>One of each action, planned or done.</summary>
    public static RunResult Actions(RunCommand command, WorkspaceRoot root) => Empty(command, root) with
    {
        Entries = [.. ActionEntries.Select(e => new Outcome(e) { Status = command == RunCommand.Plan ? EntryStatus.Planned : StatusOf(e) })],
    };

    private static IEnumerable<PlanEntry> ActionEntries =>
    [
        Planned("build.log", 1234).Entry,
        ActionEntry(PlanAction.RemoveEmptyDir, "old/inner", null),
        ActionEntry(PlanAction.RemoveEmptyDir, "old", null),
        ActionEntry(PlanAction.Compress, "archive/logs/build.log", "archive/logs/build.log.gz"),
        ActionEntry(PlanAction.Decompress, "archive/logs/x.log.gz", "archive/logs/x.log"),
        ActionEntry(PlanAction.CreateDir, "archive/plans", "archive/plans"),
        ActionEntry(PlanAction.CreateFile, "archive/plans/README.md", "archive/plans/README.md"),
        ActionEntry(PlanAction.WriteIndex, "archive/INDEX.md", "archive/INDEX.md"),
        ActionEntry(PlanAction.RestoreFile, "archive/reports/INDEX.md", "archive/reports/INDEX.md"),
    ];

    private static PlanEntry ActionEntry(PlanAction action, string source, string? destination) => new()
    {
        Source = WorkspacePath.Parse(source),
        Destination = destination is null ? null : WorkspacePath.Parse(destination),
        Action = action,
        Phase = "archive",
        Stat = action is PlanAction.Compress or PlanAction.Decompress ? new FileStat(FileKind.File, 1, 2, 1000, FixedClock.Now.Ticks, 0, 1) : default,
    };

    private static EntryStatus StatusOf(PlanEntry entry) =>
        entry.Action is PlanAction.RemoveEmptyDir or PlanAction.RestoreFile ? EntryStatus.Removed : EntryStatus.Moved;

    /// <summary>Names and messages that could be taken for something else, in each of the formats.</summary>
    public static RunResult Awkward(WorkspaceRoot root) => Empty(RunCommand.Verify, root) with
    {
        Entries = [.. AwkwardNames.Select(n => Planned(n, 1) with { Code = Codes.Stray })],
        Findings =
        [
            new Finding(Codes.BadConfig, FindingLevel.Error, "tidy.json", "'colour' is not a key.") { Line = 3, Column = 7 },
            new Finding(Codes.Database, FindingLevel.Warning, "100%;a,b].db", "50% of it, at least:\r\n##vso[task.complete]::error::no"),
            new Finding(Codes.GitUnknown, FindingLevel.Warning, null, "git: error: not found"),
            new Finding(Codes.MovedFromQueue, FindingLevel.Note, "##vso[task.complete result=Succeeded;].log", "Its pending move ended: error X: y"),
        ],
        Exit = ExitCode.Findings,
    };

    private static string[] AwkwardNames =>
    [
        "a b.log", "100%25.log", "a,b;c].log", "line\nbreak.log", "'it' \"was\".log", "😀é.log", "a#b?c&d.log", "error X", "copy (2)", "x(1,2)", "\u001b[31m.log",
    ];

    /// <summary>Of each status one, with names that must not be taken for markup.</summary>
    public static QueueReport Report()
    {
        PendingMove rights = Item with { Id = "00000000000000aa", Source = WorkspacePath.Parse("a|b.log"), Reason = FailureReason.Permission, LastError = new string('x', 300) };
        PendingMove taken = Item with
        {
            Id = "00000000000000bb", Source = WorkspacePath.Parse("*x*.tmp"), Status = PendingStatus.NeedsManual, Reason = FailureReason.DestExists, AttemptCount = 1,
            BytesEstimate = null, Holders = [], LastError = null,
        };
        PendingMove held = taken with { Id = "00000000000000cc", Source = WorkspacePath.Parse("held.log"), Status = PendingStatus.Held };
        Obstacle byImporter = new(ObstacleKind.Held, Item.Holders);
        return new QueueReport
        {
            At = FixedClock.Now,
            Stats = new QueueStats { Total = 9, Pending = 6, NeedsManual = 1, Abandoned = 1, Held = 1, EligibleNow = 2, Bytes = 1_234_567 },
            TopItems =
            [
                new(new(Item, 3, 23), 10, byImporter),
                new(new(rights, 0, 20), 3, Obstacle.Of(ObstacleKind.Unchanged)),
                new(new(taken, 1, 11), 1, Obstacle.Of(ObstacleKind.Unchanged)),
                new(new(held, 0, 10), 1, Obstacle.Of(ObstacleKind.Unchanged)),
            ],
            Suggestions =
            [
                new(SuggestionKind.CloseHolder, [Item, Item, Item]) { Holder = Item.Holders[0] },
                new(SuggestionKind.CloseHolder, [Item]) { Holder = new Holder(968, "VBCSCompiler", null) },
                new(SuggestionKind.GrantRights, [rights]),
                new(SuggestionKind.ChooseFile, [taken]),
                new(SuggestionKind.RetryOrDrop, [taken]),
                new(SuggestionKind.Release, [held]),
            ],
        };
    }

    /// <summary>A run with an action of each kind, two phases, and words that this version does not know.</summary>
    public static RunRecord LongRun { get; } = Run with
    {
        Id = "20261120-031500123-0a1b",
        StartedAt = FixedClock.Now.AddDays(-2),
        UndoneBy = "20261121-000000000-ffff",
        Actions =
        [
            Action("b.log", "archive/b.log", phase: "retry"),
            Action("a.log", "archive/a-2.log"),
            Action("same.tmp", "archive/same.tmp", "remove_duplicate"),
            Action("archive/kept.tmp", "back.tmp", "restore_duplicate"),
            Action("in|use.log", "archive/in|use.log") with { Status = RunActionStatus.NotDone, Reason = "locked" },
            Action("line\nbreak.log", "archive/x.log") with { Status = RunActionStatus.NotDone, Reason = "permission", Code = 13 },
            Action("late.log", "archive/late.log") with { Status = RunActionStatus.NotTried },
            Action("old/run", null, "remove_empty_dir", "runs"),
            Action("docs/BUILD.md", null, "create_file", "docs"),
            Action("archive/plans", null, "create_dir", "archive"),
            Action("archive/INDEX.json", null, "write_index", "archive"),
            Action("runs/1", "archive/1.zip", "compress", "archive"),
            Action("x", "y", "fold_away", "archive"),
            Action("old/run2", null, "remove_empty_dir", "runs") with { Status = RunActionStatus.NotDone, Reason = "interrupted" },
        ],
        Folders = ["archive", "archive/plans"],
        Queued = 1,
        Failed = 1,
    };

    public static RunAction Action(string source, string? destination, string action = "move", string phase = "root") =>
        new() { Phase = phase, Action = action, Source = source, Destination = destination, Status = RunActionStatus.Done };

    public static Outcome Planned(string source, long bytes, string rule = "build-logs") => new(new PlanEntry
    {
        Source = WorkspacePath.Parse(source),
        Destination = WorkspacePath.Parse("archive/logs/" + source),
        Phase = "root",
        Rule = rule,
        Stat = new FileStat(FileKind.File, 1, 2, bytes, FixedClock.Now.AddDays(-1).AddTicks(1234567).Ticks, 0, 1),
        Message = "logs of past builds",
    });

    private static Outcome Kept(string source) => new(new PlanEntry
    {
        Source = WorkspacePath.Parse(source),
        Phase = "root",
        Rule = "databases",
        Status = EntryStatus.Protected,
        Message = "databases stay",
        Stat = new FileStat(FileKind.File, 1, 3, 4096, FixedClock.Now.Ticks, 0, 1),
    });
}
