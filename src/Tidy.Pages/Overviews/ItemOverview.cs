using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Queue;

namespace Tidy.Pages.Overviews;

/// <summary>One queued move. What is null is left out of the JSON: there may be a hundred thousand.</summary>
public sealed record ItemOverview
{
    public required string Id { get; init; }

    public required string Src { get; init; }

    public required string Dest { get; init; }

    public required string Status { get; init; }

    public required string Reason { get; init; }

    public required int Attempts { get; init; }

    /// <summary>The bound of <see cref="Attempts"/> for its reason.</summary>
    public required int MaxAttempts { get; init; }

    public required DateTime FirstSeenAt { get; init; }

    public required DateTime LastAttemptAt { get; init; }

    /// <summary>Null for what is not tried again by itself.</summary>
    public required DateTime? NextEligibleAt { get; init; }

    public required long? Bytes { get; init; }

    /// <summary>Who had it open at the last attempt; null when nobody is known.</summary>
    public required IReadOnlyList<HolderOverview>? Holders { get; init; }

    public required string? LastError { get; init; }

    /// <summary>Why a person is needed, or why it is on hold.</summary>
    public required string? Why { get; init; }

    internal static ItemOverview Of(PendingMove item, QueueConfig config, ShownText text) => new()
    {
        Id = item.Id,
        Src = item.Source.Value,
        Dest = item.Destination.Value,
        Status = WireNames.Of(item.Status),
        Reason = WireNames.Of(item.Reason),
        Attempts = item.AttemptCount,
        MaxAttempts = RetryPolicy.For(item.Reason, config).MaxAttempts,
        FirstSeenAt = item.FirstSeenAt.UtcDateTime,
        LastAttemptAt = item.LastAttemptAt.UtcDateTime,
        NextEligibleAt = item.Status == PendingStatus.Pending ? item.NextEligibleAt.UtcDateTime : null,
        Bytes = item.BytesEstimate,
        Holders = item.Holders.Count == 0 ? null : [.. item.Holders.Select(h => new HolderOverview(h.ProcessId, h.Name))],
        LastError = text.OrNull(item.LastError),
        Why = text.OrNull(item.ManualReason),
    };
}
