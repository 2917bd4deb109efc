using Tidy.Core.Moving;

namespace Tidy.Core.Queue;

/// <summary>The words of the queue file for statuses and reasons.</summary>
public static class QueueNames
{
    private static readonly string[] Statuses = ["pending", "succeeded", "needs_manual", "abandoned", "held"];

    private static readonly string[] Reasons =
        ["locked", "permission", "dest_exists", "missing_source", "cross_device", "read_only_fs", "path_too_long", "disk_full", "unknown"];

    public static string Of(PendingStatus status) => Statuses[(int)status];

    public static string Of(FailureReason reason) => Reasons[(int)reason];

    /// <summary>Null for a word that this version does not know.</summary>
    public static PendingStatus? StatusOf(string word) => Array.IndexOf(Statuses, word) is >= 0 and var index ? (PendingStatus)index : null;

    /// <summary>A word that this version does not know is <see cref="FailureReason.Unknown"/>.</summary>
    public static FailureReason ReasonOf(string? word) =>
        Array.IndexOf(Reasons, word) is >= 0 and var index ? (FailureReason)index : FailureReason.Unknown;
}
