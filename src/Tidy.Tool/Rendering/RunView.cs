using Tidy.Core;
using Tidy.Core.Moving;
using Tidy.Core.Planning;

namespace Tidy.Tool.Rendering;

/// <summary>A result sorted the way a person asks: what moves, what waits, what failed, what stays.</summary>
internal sealed class RunView
{
    private readonly List<Outcome> done = [];
    /// <summary>By action. An array: for a dictionary with a key of ours code is compiled at every start.</summary>
    private readonly int[] others = new int[(int)PlanAction.Decompress + 1];
    private readonly List<Outcome> inUse = [];
    private readonly List<Outcome> queued = [];
    private readonly List<Outcome> failed = [];
    private readonly List<Outcome> staying = [];

    public RunView(RunResult result)
    {
        Result = result;
        foreach (Outcome outcome in result.Entries)
        {
            List<Outcome> room = RoomOf(outcome);
            room.Add(outcome);
            if (ReferenceEquals(room, done))
                Count(outcome);
        }
    }

    public RunResult Result { get; }

    /// <summary>Would happen, or has happened: moves and all else.</summary>
    public IReadOnlyList<Outcome> Done => done;

    /// <summary>Waits in the queue until somebody lets go of it.</summary>
    public IReadOnlyList<Outcome> InUse => inUse;

    /// <summary>Waits in the queue for another reason: rights, a taken name, ….</summary>
    public IReadOnlyList<Outcome> Queued => queued;

    public IReadOnlyList<Outcome> Failed => failed;

    public IReadOnlyList<Outcome> Staying => staying;

    /// <summary>How many of <see cref="Done"/> are moves.</summary>
    public int Moved { get; private set; }

    /// <summary>Size of the moves.</summary>
    public long Bytes { get; private set; }

    public bool IsPreview => Result.Command is RunCommand.Plan or RunCommand.Verify;

    /// <summary>What entries of <see cref="Done"/> have in common: for a move the destination folder with its slash (the root says so), else the action.</summary>
    public static string TitleOf(Outcome outcome) => outcome switch
    {
        _ when !ActionText.IsMove(outcome) => ActionText.Heading(outcome),
        { Status: EntryStatus.Removed } => "(removed)",
        { Destination: null } => "(removed)",
        { Destination.Parent: { } folder } => folder.Value + "/",
        _ => "(workspace root)",
    };

    /// <summary>One sentence: what happened, and what a person can do next.</summary>
    public string Summary => Result.Command switch
    {
        RunCommand.Verify => VerifySummary(),
        RunCommand.Plan => done.Count == 0 ? "Nothing to move." : $"{What("would move")}. Nothing was changed.",
        _ when Result.Exit == ExitCode.Usage => $"{What("would move")}. Nothing was moved.",
        RunCommand.Undo => $"{What("put back")}{Waiting()}.",
        _ => done.Count + inUse.Count + queued.Count + failed.Count == 0
            ? staying.Exists(o => o.Code is not null) ? $"Nothing was moved; {Measures.Files(staying.Count)} left in place." : "Nothing to move."
            : $"{What("moved")}{Waiting()}.",
    };

    /// <summary>What a plan says beside its moves, in numbers, and where to ask why; null when that is nothing.</summary>
    public string? Rest()
    {
        int errors = 0, warnings = 0;
        foreach (Finding finding in Result.Findings)
        {
            errors += finding.Level == FindingLevel.Error ? 1 : 0;
            warnings += finding.Level == FindingLevel.Warning ? 1 : 0;
        }

        List<string> parts = [];
        if (staying.Count > 0)
            parts.Add($"{Measures.Files(staying.Count)} left in place");
        if (errors > 0)
            parts.Add(Measures.Count(errors, "error", "errors"));
        if (warnings > 0)
            parts.Add(Measures.Count(warnings, "warning", "warnings"));
        return parts.Count == 0 ? null : $"Besides: {string.Join(", ", parts)} (why: dotnet tidy explain PATH)";
    }

    /// <summary>Moves first; they are named even when there are none, unless something else is.</summary>
    private string What(string moved)
    {
        List<string> parts = Others(IsPreview || Result.Exit == ExitCode.Usage ? "to be " : "");
        if (Moved > 0 || parts.Count == 0)
            parts.Insert(0, $"{Measures.Files(Moved)} {moved} ({Measures.Size(Bytes)})");
        return string.Join(", ", parts);
    }

    private List<string> Others(string tense)
    {
        List<string> parts = [];
        for (int action = 0; action < others.Length; action++)
        {
            if (others[action] > 0)
                parts.Add(ActionText.Count((PlanAction)action, others[action], tense));
        }

        return parts;
    }

    private void Count(Outcome outcome)
    {
        if (IsCountedAsMoved(outcome))
        {
            Moved++;
            Bytes += outcome.Entry.Stat.Size;
        }
        else
        {
            PlanAction action = outcome.Entry.Action == PlanAction.CreateFile ? PlanAction.WriteIndex : outcome.Entry.Action; // both are written
            others[(int)action]++;
        }
    }

    /// <summary>A duplicate that goes is counted by itself: nobody should look for it where the files moved to.</summary>
    private static bool IsCountedAsMoved(Outcome outcome) => ActionText.IsMove(outcome) && outcome.Entry.Action != PlanAction.RemoveDuplicate;

    private string VerifySummary()
    {
        int errors = 0;
        foreach (Finding finding in Result.Findings)
            errors += finding.Level == FindingLevel.Error ? 1 : 0;
        int strays = 0;
        foreach (Outcome outcome in done)
            strays += outcome.Pending is null && IsCountedAsMoved(outcome) ? 1 : 0;
        List<string> parts = [$"{Measures.Files(strays)} out of place", .. Others("to be "), Measures.Count(errors, "error", "errors")];
        return parts.Count == 2 && strays + errors == 0 ? "The workspace is tidy." : $"The workspace is not tidy: {string.Join(", ", parts)}.";
    }

    private string Waiting()
    {
        string waiting = inUse.Count == 0 ? "" : $", {inUse.Count} in use and queued";
        string stuck = queued.Count + failed.Count == 0 ? "" : $", {queued.Count + failed.Count} could not be moved";
        return waiting + stuck;
    }

    private List<Outcome> RoomOf(Outcome outcome) => outcome.Status switch
    {
        EntryStatus.Planned when outcome.Entry.StillInUse => inUse,
        EntryStatus.Planned or EntryStatus.Moved or EntryStatus.Removed => done,
        EntryStatus.Queued => outcome.Reason == FailureReason.Locked ? inUse : queued,
        EntryStatus.Failed or EntryStatus.Stale => failed,
        _ => staying,
    };
}
