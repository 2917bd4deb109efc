using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;

namespace Tidy.Core;

/// <summary>
/// The words for enum values in the queue file, the journal and the JSON output: a contract, so they are written out and not derived
/// from names in code.
/// </summary>
public static class WireNames
{
    private static readonly string[] Statuses = ["pending", "succeeded", "needs_manual", "abandoned", "held"];

    private static readonly string[] Reasons =
        ["locked", "permission", "dest_exists", "missing_source", "cross_device", "read_only_fs", "path_too_long", "disk_full", "unknown"];

    private static readonly string[] Actions =
    [
        "move", "remove_duplicate", "restore_duplicate", "remove_empty_dir", "write_index", "create_dir", "create_file", "restore_file", "compress", "decompress",
    ];

    private static readonly string[] EntryStatuses = ["planned", "moved", "removed", "queued", "skipped", "protected", "failed", "stale"];

    private static readonly string[] Commands = ["plan", "apply", "verify", "retry", "undo"];

    private static readonly string[] Levels = ["note", "warning", "error"];

    private static readonly string[] Uses = ["free", "in_use", "unknown"];

    /// <summary>For messages that list what is valid.</summary>
    public static string AllPendingStatuses { get; } = string.Join(", ", Statuses);

    public static string Of(PendingStatus status) => Statuses[(int)status];

    public static string Of(FailureReason reason) => Reasons[(int)reason];

    public static string Of(PlanAction action) => Actions[(int)action];

    public static string Of(EntryStatus status) => EntryStatuses[(int)status];

    public static string Of(RunCommand command) => Commands[(int)command];

    public static string Of(FindingLevel level) => Levels[(int)level];

    public static string Of(FileUse use) => Uses[(int)use];

    /// <summary>Null for a word that this version does not know.</summary>
    public static PendingStatus? StatusOf(string? word) => Array.IndexOf(Statuses, word) is >= 0 and var index ? (PendingStatus)index : null;

    /// <summary>A word that this version does not know is <see cref="FailureReason.Unknown"/>.</summary>
    public static FailureReason ReasonOf(string? word) =>
        Array.IndexOf(Reasons, word) is >= 0 and var index ? (FailureReason)index : FailureReason.Unknown;

    /// <summary>Null for a word that this version does not know.</summary>
    public static PlanAction? ActionOf(string? word) => Array.IndexOf(Actions, word) is >= 0 and var index ? (PlanAction)index : null;
}
