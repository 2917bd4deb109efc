namespace Tidy.Core.Configuration;

/// <summary>The keys of <c>queue</c>.</summary>
internal static class QueueKeys
{
    private static readonly KeyTable<QueueConfig> All = new(
        "Queue",
        new QueueConfig(),
        Key<QueueConfig>.Of("baseBackoff", Values.PositiveSpan, (queue, wait) => queue with { BaseBackoff = wait }, queue => queue.BaseBackoff,
            "Wait after the first attempt; it doubles."),
        Key<QueueConfig>.Of("maxBackoff", Values.PositiveSpan, (queue, wait) => queue with { MaxBackoff = wait }, queue => queue.MaxBackoff,
            "The longest wait; not shorter than `baseBackoff`."),
        Key<QueueConfig>.Of("maxAttempts", Values.Positive, (queue, count) => queue with { MaxAttempts = count }, queue => queue.MaxAttempts,
            "Attempts until the item is abandoned."),
        Key<QueueConfig>.Of("abandonAfter", Values.PositiveSpan, (queue, age) => queue with { AbandonAfter = age }, queue => queue.AbandonAfter,
            "Age at which it is abandoned whatever the count."),
        Key<QueueConfig>.Of("order", Values.Word(ConfigWords.QueueOrders), (queue, word) => queue with { Order = (QueueOrder)word }, queue => queue.Order,
            "Which item is tried first: `smallest`, `largest`, `oldest`."),
        Key<QueueConfig>.Of("maxItems", Values.Positive, (queue, count) => queue with { MaxItems = count }, queue => queue.MaxItems,
            "More are refused, loudly; the file stays where it is."),
        Key<QueueConfig>.Of("maxBytes", Values.PositiveSize, (queue, bytes) => queue with { MaxBytes = bytes }, queue => queue.MaxBytes,
            "The same for their size together."));

    public static readonly Value<QueueConfig> Value = new(Read, () => ObjectSchema.Of(All));

    private static QueueConfig Read(ref ValueReader json)
    {
        QueueConfig defaults = All.Empty;
        QueueConfig queue = json.Object(All, defaults);
        if (queue.MaxBackoff >= queue.BaseBackoff)
            return queue;
        string changed = queue.MaxBackoff == defaults.MaxBackoff ? "baseBackoff" : "maxBackoff";
        string waits = $"the longest wait ({Duration.Format(queue.MaxBackoff)}) is shorter than the first ({Duration.Format(queue.BaseBackoff)})";
        throw json.ProblemOf(changed, $"does not fit: {waits}.");
    }
}
