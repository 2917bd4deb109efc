using Tidy.Core.Activity;
using Tidy.Core.Configuration;
using Tidy.Core.Explaining;
using Tidy.Core.Git;
using Tidy.Core.Journal;
using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Reports;
using Tidy.Core.Rules;

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

    private static readonly string[] RunActionStatuses = ["done", "not_done", "not_tried"];

    /// <summary>Where the reference system's report has the same suggestion, its word.</summary>
    private static readonly string[] Suggestions =
        ["close_locking_processes", "find_holder", "rerun_tidy", "grant_rights", "choose_file", "remove_cause", "retry_or_drop", "release"];

    private static readonly string[] SuggestionPriorities = ["high", "medium", "low"];

    private static readonly string[] Uses = ["free", "in_use", "unknown"];

    private static readonly string[] GitStates = ["new", "ignored", "tracked"];

    private static readonly string[] Aims = ["move", "stay", "try", "hold", "forget"];

    private static readonly string[] Fates = ["free", "renamed", "skipped", "fails", "duplicate", "refused"];

    private static readonly string[] Attempts = ["queued", "waiting", "moved", "needs_manual", "abandoned"];

    private static readonly string[] HealthStatuses = ["healthy", "warning", "error"];

    private static readonly string[] HealthChecks = ["usable", "abandoned", "pending_items", "file_size", "oldest_age", "lock_wait", "gave_up"];

    /// <summary>For messages that list what is valid.</summary>
    public static string AllPendingStatuses { get; } = string.Join(", ", Statuses);

    public static string Of(PendingStatus status) => Statuses[(int)status];

    public static string Of(FailureReason reason) => Reasons[(int)reason];

    public static string Of(PlanAction action) => Actions[(int)action];

    public static string Of(EntryStatus status) => EntryStatuses[(int)status];

    public static string Of(RunCommand command) => Commands[(int)command];

    public static string Of(FindingLevel level) => Levels[(int)level];

    public static string Of(RunActionStatus status) => RunActionStatuses[(int)status];

    public static string Of(SuggestionKind kind) => Suggestions[(int)kind];

    public static string Of(SuggestionPriority priority) => SuggestionPriorities[(int)priority];

    public static string Of(FileUse use) => Uses[(int)use];

    public static string Of(GitState state) => GitStates[(int)state];

    public static string Of(AdviceAim aim) => Aims[(int)aim];

    public static string Of(DestinationFate fate) => Fates[(int)fate];

    public static string Of(AttemptResult result) => Attempts[(int)result];

    /// <summary>The exit code of a run as a word; <c>other</c> for one that this version does not know.</summary>
    public static string Of(ExitCode exit) => exit switch
    {
        ExitCode.Done => "done",
        ExitCode.Findings => "findings",
        ExitCode.Usage => "usage",
        ExitCode.Pending => "pending",
        ExitCode.Unexpected => "unexpected",
        ExitCode.Busy => "busy",
        ExitCode.Cancelled => "cancelled",
        _ => "other",
    };

    public static string Of(QueueHealthStatus status) => HealthStatuses[(int)status];

    public static string Of(HealthCheck check) => HealthChecks[(int)check];

    public static string Of(ConflictMode mode) => ConfigWords.Conflicts[(int)mode];

    /// <summary>Null for a word that this version does not know.</summary>
    public static PendingStatus? StatusOf(string? word) => Array.IndexOf(Statuses, word) is >= 0 and var index ? (PendingStatus)index : null;

    /// <summary>Null for a word that this version does not know.</summary>
    public static AttemptResult? AttemptResultOf(string? word) => Array.IndexOf(Attempts, word) is >= 0 and var index ? (AttemptResult)index : null;

    /// <summary>A word that this version does not know is <see cref="FailureReason.Unknown"/>.</summary>
    public static FailureReason ReasonOf(string? word) =>
        Array.IndexOf(Reasons, word) is >= 0 and var index ? (FailureReason)index : FailureReason.Unknown;

    /// <summary>Null for a word that this version does not know.</summary>
    public static PlanAction? ActionOf(string? word) => Array.IndexOf(Actions, word) is >= 0 and var index ? (PlanAction)index : null;
}
