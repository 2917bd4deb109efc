using Tidy.Core;
using Tidy.Core.Queue;

namespace Tidy.Tool.Json;

/// <summary>One item of the pending queue as <c>queue list|show --format json</c> prints it.</summary>
internal sealed record PendingJson
{
    public required string Id { get; init; }

    public required string Src { get; init; }

    public required string Dest { get; init; }

    public required string Action { get; init; }

    public required string Status { get; init; }

    public required string Reason { get; init; }

    public required int Attempts { get; init; }

    public required DateTime FirstSeenAt { get; init; }

    public required DateTime LastAttemptAt { get; init; }

    public required DateTime NextEligibleAt { get; init; }

    public required string? LastError { get; init; }

    public required string? ManualReason { get; init; }

    public required long? Bytes { get; init; }

    public required HolderJson[] Holders { get; init; }

    public required string? Commit { get; init; }

    public static PendingJson Of(PendingMove item) => new()
    {
        Id = item.Id,
        Src = item.Source.Value,
        Dest = item.Destination.Value,
        Action = item.Action,
        Status = WireNames.Of(item.Status),
        Reason = WireNames.Of(item.Reason),
        Attempts = item.AttemptCount,
        FirstSeenAt = item.FirstSeenAt.UtcDateTime,
        LastAttemptAt = item.LastAttemptAt.UtcDateTime,
        NextEligibleAt = item.NextEligibleAt.UtcDateTime,
        LastError = item.LastError,
        ManualReason = item.ManualReason,
        Bytes = item.BytesEstimate,
        Holders = HolderJson.Of(item.Holders),
        Commit = item.Commit,
    };
}
