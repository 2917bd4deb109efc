using Tidy.Core.Delivery;
using Tidy.Tool.Engine;

namespace Tidy.Tool.Json;

/// <summary>A channel: its state, or what became of what was sent.</summary>
/// <param name="Result"><c>delivered</c>, <c>nothing_to_deliver</c> or <c>failed</c>; null in a state.</param>
internal sealed record ChannelJson(string Name, string? Target, string? Result)
{
    /// <summary>Items that were not told there yet.</summary>
    public int? Waiting { get; init; }

    public DateTime? LastSuccess { get; init; }

    /// <summary>Since the last success.</summary>
    public int Failures { get; init; }

    public DateTime? FailsSince { get; init; }

    public string? Problem { get; init; }

    public DateTime? NextAt { get; init; }

    public static ChannelJson Of(ChannelState state) => Of(state.Record, state.Target, result: null) with { Waiting = state.Waiting };

    public static ChannelJson Of(DeliveryAnswer answer) => Of(answer.Record, target: null, WordOf(answer.Result));

    private static ChannelJson Of(DeliveryRecord record, string? target, string? result) => new(record.Name, target, result)
    {
        LastSuccess = record.LastSuccess?.UtcDateTime,
        Failures = record.Failures,
        FailsSince = record.FailsSince?.UtcDateTime,
        Problem = record.Problem,
        NextAt = record.NextAt?.UtcDateTime,
    };

    private static string WordOf(DeliveryResult result) => result switch
    {
        DeliveryResult.Delivered => "delivered",
        DeliveryResult.NothingToDeliver => "nothing_to_deliver",
        DeliveryResult.Waits => "waits",
        _ => "failed",
    };
}
