using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Phases;

/// <summary>
/// Reverses what brought a file from one place to another. Asked last action first, it knows what its own entries will have brought and taken
/// by then: a run may have moved a file and gone on from where that had arrived.
/// </summary>
internal sealed class UndoneMoves(PlanBuilder plan)
{
    private readonly HashSet<WorkspacePath> arriving = [];
    private readonly HashSet<WorkspacePath> leaving = [];
    private readonly HashSet<WorkspacePath> touched = [];

    public PlanEntry Reverse(DoneMove done)
    {
        bool isArriving = arriving.Contains(done.Destination);
        bool isThere = plan.Services.Files.Stat(plan.Request.Root.Resolve(done.Destination), out FileStat now).IsOk;
        PlanAction action = ReverseOf(done.Action);
        bool isChanged = action.TakesFreeName() && !isArriving && !IsAsLeft(done, now);
        PlanEntry entry = new()
        {
            Source = done.Destination,
            Destination = done.Source,
            Phase = UndoPhase.PhaseName,
            // A duplicate comes back with the time and mode it had; what will have arrived by then is what the run had left there.
            Stat = !action.TakesFreeName() ? done.Stat : isArriving ? done.Arrived : now,
            Conflict = Rules.ConflictMode.Fail,
            Action = action,
            IsTracked = done.IsTracked,
            Message = "as it was before the run",
        };
        if (Refusal(entry, isThere || isArriving, isChanged) is { } why)
            return entry with { Status = EntryStatus.Skipped, Message = why };
        Take(entry);
        return entry;
    }

    /// <summary>A folder has a new time when the run itself, after it had moved the folder, changed what is in it; undo changes that back first.</summary>
    private bool IsAsLeft(DoneMove done, in FileStat now) =>
        now.IsUnchanged(done.Arrived) || (now.Kind == FileKind.Directory && done.Arrived.Kind == FileKind.Directory && touched.Contains(done.Destination));

    private void Take(PlanEntry entry)
    {
        foreach (WorkspacePath? folder in (WorkspacePath?[])[entry.Source.Parent, entry.Destination!.Parent])
        {
            if (folder is not null)
                touched.Add(folder);
        }

        if (entry.Action != PlanAction.RestoreDuplicate)
        {
            leaving.Add(entry.Source);
            arriving.Remove(entry.Source);
        }

        if (entry.Action.Arrives())
        {
            arriving.Add(entry.Destination!);
            leaving.Remove(entry.Destination!);
        }
    }

    private static PlanAction ReverseOf(PlanAction action) => action switch
    {
        PlanAction.RemoveDuplicate => PlanAction.RestoreDuplicate,
        PlanAction.RestoreDuplicate => PlanAction.RemoveDuplicate,
        PlanAction.Compress => PlanAction.Decompress,
        PlanAction.Decompress => PlanAction.Compress,
        _ => PlanAction.Move,
    };

    private string? Refusal(PlanEntry entry, bool isThere, bool isChanged)
    {
        if (!isThere)
            return "it is no longer where the run put it";
        if (isChanged)
            return "it changed since the run";
        bool isTaken = !leaving.Contains(entry.Destination!) && plan.Services.Files.Stat(plan.Request.Root.Resolve(entry.Destination!), out _).IsOk;
        return isTaken && entry.Action != PlanAction.RemoveDuplicate ? $"'{entry.Destination}' exists again" : null;
    }
}
