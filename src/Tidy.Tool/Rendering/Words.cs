using Tidy.Core;
using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;

namespace Tidy.Tool.Rendering;

/// <summary>The words of the JSON output (schema version 1); stable, so they are written out and not derived from names in code.</summary>
internal static class Words
{
    public const string PendingStatuses = "pending, needs_manual, abandoned, held, succeeded";

    public static string Of(RunCommand command) => command switch
    {
        RunCommand.Plan => "plan",
        RunCommand.Apply => "apply",
        RunCommand.Verify => "verify",
        RunCommand.Retry => "retry",
        RunCommand.Undo => "undo",
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, message: null),
    };

    public static string Of(PlanAction action) => action switch
    {
        PlanAction.Move => "move",
        PlanAction.RemoveDuplicate => "remove_duplicate",
        PlanAction.RemoveEmptyDir => "remove_empty_dir",
        PlanAction.WriteIndex => "write_index",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, message: null),
    };

    public static PlanAction? Action(string word) => word switch
    {
        "move" => PlanAction.Move,
        "remove_duplicate" => PlanAction.RemoveDuplicate,
        "remove_empty_dir" => PlanAction.RemoveEmptyDir,
        "write_index" => PlanAction.WriteIndex,
        _ => null,
    };

    public static string Of(EntryStatus status) => status switch
    {
        EntryStatus.Planned => "planned",
        EntryStatus.Moved => "moved",
        EntryStatus.Removed => "removed",
        EntryStatus.Queued => "queued",
        EntryStatus.Skipped => "skipped",
        EntryStatus.Protected => "protected",
        EntryStatus.Failed => "failed",
        EntryStatus.Stale => "stale",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, message: null),
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
        FailureReason.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, message: null),
    };

    public static string Of(FindingLevel level) => level switch
    {
        FindingLevel.Note => "note",
        FindingLevel.Warning => "warning",
        FindingLevel.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, message: null),
    };

    public static string Of(PendingStatus status) => status switch
    {
        PendingStatus.Pending => "pending",
        PendingStatus.Succeeded => "succeeded",
        PendingStatus.NeedsManual => "needs_manual",
        PendingStatus.Abandoned => "abandoned",
        PendingStatus.Held => "held",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, message: null),
    };

    public static PendingStatus? Status(string word) => word switch
    {
        "pending" => PendingStatus.Pending,
        "succeeded" => PendingStatus.Succeeded,
        "needs_manual" => PendingStatus.NeedsManual,
        "abandoned" => PendingStatus.Abandoned,
        "held" => PendingStatus.Held,
        _ => null,
    };

    public static string Of(FileUse use) => use switch
    {
        FileUse.Free => "free",
        FileUse.InUse => "in_use",
        FileUse.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(use), use, message: null),
    };
}
