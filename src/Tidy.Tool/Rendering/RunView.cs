using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Rendering;

/// <summary>A result sorted the way a person asks: what moves, what waits, what failed, what stays.</summary>
internal sealed class RunView
{
    private readonly List<Outcome> done = [];
    private readonly List<Outcome> waiting = [];
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

    public IReadOnlyList<Outcome> Waiting => waiting;

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
        _ => done.Count + waiting.Count + failed.Count == 0
            ? "Nothing to move."
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
        string queued = waiting.Count == 0 ? "" : $", {waiting.Count} in use and queued";
        return failed.Count == 0 ? queued : $"{queued}, {failed.Count} could not be moved";
    }

    private List<Outcome> RoomOf(Outcome outcome) => outcome.Status switch
    {
        EntryStatus.Planned when outcome.Entry.StillInUse => waiting,
        EntryStatus.Planned or EntryStatus.Moved or EntryStatus.Removed => done,
        EntryStatus.Queued => waiting,
        EntryStatus.Failed or EntryStatus.Stale => failed,
        _ => staying,
    };
}
