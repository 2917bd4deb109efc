using Tidy.Core.Queue;

namespace Tidy.Core.Channels;

/// <summary>An item of the queue in a notice. Paths are those of the workspace, as they are.</summary>
/// <param name="Holders">Names of the processes that held it at the last attempt.</param>
internal sealed record ItemJson(string Id, string Source, string Destination, string Status, string Reason, int Attempts, string[] Holders)
{
    public required DateTime FirstSeenAt { get; init; }

    public required DateTime LastAttemptAt { get; init; }

    public required long? Bytes { get; init; }

    public static ItemJson Of(PendingMove item) =>
        new(item.Id, item.Source.Value, item.Destination.Value, WireNames.Of(item.Status), WireNames.Of(item.Reason), item.AttemptCount, [.. item.Holders.Select(h => h.Name)])
        {
            FirstSeenAt = item.FirstSeenAt.UtcDateTime,
            LastAttemptAt = item.LastAttemptAt.UtcDateTime,
            Bytes = item.BytesEstimate,
        };
}
