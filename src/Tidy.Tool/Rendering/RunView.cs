using Tidy.Core;
using Tidy.Core.Moving;
using Tidy.Core.Planning;

namespace Tidy.Tool.Rendering;

/// <summary>A result sorted the way a person asks: what moves, what waits, what failed, what stays.</summary>
internal sealed class RunView
{
    private readonly List<Outcome> done = [];
    private readonly List<Outcome> inUse = [];
    private readonly List<Outcome> queued = [];
    private readonly List<Outcome> failed = [];
    private readonly List<Outcome> staying = [];

    public RunView(RunResult result)
    {
        Result = result;
        foreach (Outcome outcome in result.Entries)
        {
            RoomOf(outcome).Add(outcome);
            if (done.Count > 0 && ReferenceEquals(done[^1], outcome))
                Bytes += outcome.Entry.Stat.Size;
        }
    }

    public RunResult Result { get; }

    /// <summary>Would move, or has moved.</summary>
    public IReadOnlyList<Outcome> Done => done;

    /// <summary>Waits in the queue until somebody lets go of it.</summary>
    public IReadOnlyList<Outcome> InUse => inUse;

    /// <summary>Waits in the queue for another reason: rights, a taken name, ….</summary>
    public IReadOnlyList<Outcome> Queued => queued;

    public IReadOnlyList<Outcome> Failed => failed;

    public IReadOnlyList<Outcome> Staying => staying;

    /// <summary>Size of <see cref="Done"/>.</summary>
    public long Bytes { get; }

    public bool IsPreview => Result.Command is RunCommand.Plan or RunCommand.Verify;

    /// <summary>Destination folder with its slash; the root says so.</summary>
    public static string FolderOf(Outcome outcome) => outcome switch
    {
        { Status: EntryStatus.Removed } => "(removed)",
        { Destination: null } => "(removed)",
        { Destination.Parent: { } folder } => folder.Value + "/",
        _ => "(workspace root)",
    };

    /// <summary>One sentence: what happened, and what a person can do next.</summary>
    public string Summary => Result.Command switch
    {
        RunCommand.Verify => VerifySummary(),
        RunCommand.Plan => done.Count == 0
            ? "Nothing to move."
            : $"{Measures.Files(done.Count)} would move ({Measures.Size(Bytes)}). Nothing was changed.",
        _ when Result.Exit == ExitCode.Usage => $"{Measures.Files(done.Count)} would move ({Measures.Size(Bytes)}). Nothing was moved.",
        RunCommand.Undo => $"{Measures.Files(done.Count)} put back ({Measures.Size(Bytes)}){Rest()}.",
        _ => done.Count + inUse.Count + queued.Count + failed.Count == 0
            ? staying.Exists(o => o.Code is not null) ? $"Nothing was moved; {Measures.Files(staying.Count)} left in place." : "Nothing to move."
            : $"{Measures.Files(done.Count)} moved ({Measures.Size(Bytes)}){Rest()}.",
    };

    private string VerifySummary()
    {
        int errors = 0;
        foreach (Finding finding in Result.Findings)
            errors += finding.Level == FindingLevel.Error ? 1 : 0;
        int strays = 0;
        foreach (Outcome outcome in done)
            strays += outcome.Pending is null ? 1 : 0;
        return strays + errors == 0
            ? "The workspace is tidy."
            : $"The workspace is not tidy: {Measures.Files(strays)} out of place, {Measures.Count(errors, "error", "errors")}.";
    }

    private string Rest()
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
