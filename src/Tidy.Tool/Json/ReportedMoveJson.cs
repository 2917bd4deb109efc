using Tidy.Core;
using Tidy.Core.Queue;
using Tidy.Core.Reports;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Json;

internal sealed record ReportedMoveJson
{
    private const int ErrorLength = 200;

    public required string Id { get; init; }

    public required string Src { get; init; }

    public required string Dest { get; init; }

    public required string Status { get; init; }

    public required string Reason { get; init; }

    public required int AttemptCount { get; init; }

    public required int MaxAttempts { get; init; }

    public required int AgeDays { get; init; }

    public required long PriorityScore { get; init; }

    public required string? LastError { get; init; }

    public required DateTime FirstSeenAt { get; init; }

    public required DateTime NextEligibleAt { get; init; }

    public required long? BytesEstimate { get; init; }

    /// <summary>Who has it open now.</summary>
    public required HolderJson[] Holders { get; init; }

    public static ReportedMoveJson Of(ReportedMove move)
    {
        PendingMove item = move.Item;
        return new ReportedMoveJson
        {
            Id = item.Id,
            Src = item.Source.Value,
            Dest = item.Destination.Value,
            Status = WireNames.Of(item.Status),
            Reason = WireNames.Of(item.Reason),
            AttemptCount = item.AttemptCount,
            MaxAttempts = move.MaxAttempts,
            AgeDays = move.Rank.AgeDays,
            PriorityScore = move.Rank.Priority,
            LastError = item.LastError is { } error ? SafeText.Shortened(error, ErrorLength) : null,
            FirstSeenAt = item.FirstSeenAt.UtcDateTime,
            NextEligibleAt = item.NextEligibleAt.UtcDateTime,
            BytesEstimate = item.BytesEstimate,
            Holders = HolderJson.Of(move.Obstacle.Holders),
        };
    }
}
