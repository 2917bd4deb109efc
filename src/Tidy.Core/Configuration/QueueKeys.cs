namespace Tidy.Core.Configuration;

/// <summary>The keys of <c>queue</c>.</summary>
internal static class QueueKeys
{
    public static readonly Key<QueueConfig>[] All =
    [
        new("baseBackoff", (queue, ref json) => queue with { BaseBackoff = json.PositiveSpan() }),
        new("maxBackoff", (queue, ref json) => queue with { MaxBackoff = json.PositiveSpan() }),
        new("maxAttempts", (queue, ref json) => queue with { MaxAttempts = json.Positive() }),
        new("abandonAfter", (queue, ref json) => queue with { AbandonAfter = json.PositiveSpan() }),
        new("order", (queue, ref json) => queue with { Order = (QueueOrder)json.Word(ConfigWords.QueueOrders) }),
        new("maxItems", (queue, ref json) => queue with { MaxItems = json.Positive() }),
        new("maxBytes", (queue, ref json) => queue with { MaxBytes = json.PositiveSize() }),
    ];

    public static QueueConfig Queue(QueueConfig defaults, ref ValueReader json)
    {
        QueueConfig queue = json.Object(defaults, All);
        if (queue.MaxBackoff >= queue.BaseBackoff)
            return queue;
        string changed = queue.MaxBackoff == defaults.MaxBackoff ? "baseBackoff" : "maxBackoff";
        string waits = $"the longest wait ({Duration.Format(queue.MaxBackoff)}) is shorter than the first ({Duration.Format(queue.BaseBackoff)})";
        throw json.ProblemOf(changed, $"does not fit: {waits}.");
    }
}
