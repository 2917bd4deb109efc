using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Queue;

namespace Tidy.Core;

/// <summary>The names of enum values in files and JSON output: snake case, part of the contract.</summary>
public static class WireNames
{
    public static string Of(PlanAction action) => action switch
    {
        PlanAction.RemoveDuplicate => "remove_duplicate",
        PlanAction.RestoreDuplicate => "restore_duplicate",
        PlanAction.RemoveEmptyDir => "remove_empty_dir",
        PlanAction.WriteIndex => "write_index",
        _ => "move",
    };

    public static string Of(EntryStatus status) => status switch
    {
        EntryStatus.Moved => "moved",
        EntryStatus.Removed => "removed",
        EntryStatus.Queued => "queued",
        EntryStatus.Skipped => "skipped",
        EntryStatus.Protected => "protected",
        EntryStatus.Failed => "failed",
        EntryStatus.Stale => "stale",
        _ => "planned",
    };

    public static string Of(FailureReason reason) => reason switch
    {
        FailureReason.Locked => "locked",
        FailureReason.Permission => "permission",
        FailureReason.DestExists => "dest_exists",
        FailureReason.MissingSource => "missing_source",
        FailureReason.CrossDevice => "cross_device",
        FailureReason.ReadOnlyFs => "read_only_fs",
        FailureReason.PathTooLong => "path_too_long",
        FailureReason.DiskFull => "disk_full",
        _ => "unknown",
    };

    public static string Of(PendingStatus status) => status switch
    {
        PendingStatus.Succeeded => "succeeded",
        PendingStatus.NeedsManual => "needs_manual",
        PendingStatus.Abandoned => "abandoned",
        PendingStatus.Held => "held",
        _ => "pending",
    };

    public static string Of(FindingLevel level) => level switch
    {
        FindingLevel.Error => "error",
        FindingLevel.Warning => "warning",
        _ => "note",
    };

    public static string Of(RunCommand command) => command switch
    {
        RunCommand.Apply => "apply",
        RunCommand.Verify => "verify",
        RunCommand.Retry => "retry",
        RunCommand.Undo => "undo",
        _ => "plan",
    };

    /// <summary>The action of a name, or null for a name of no action.</summary>
    public static PlanAction? ActionOf(string? name)
    {
        foreach (PlanAction action in Enum.GetValues<PlanAction>())
        {
            if (Of(action) == name)
                return action;
        }

        return null;
    }
}
