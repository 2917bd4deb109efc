namespace Tidy.Core.Delivery;

/// <summary>
/// Brings what one workspace has to say to one receiver: a channel of notices, or a collector of metrics. It runs in a process of its own, after
/// the run it tells of, so it may take its time.
/// </summary>
public interface IDelivery
{
    /// <summary>One word, such as <c>mail</c>: in messages, in <c>notify status</c>, and in the book that remembers failures. Stable.</summary>
    string Name { get; }

    /// <summary>Delivers what was not delivered yet, and remembers that it was. Talks to nobody when there is nothing.</summary>
    /// <returns>Whether there was anything to deliver.</returns>
    /// <exception cref="DeliveryException">It was not taken; it is tried again later.</exception>
    /// <exception cref="OperationCanceledException">The time is up.</exception>
    bool Deliver(CancellationToken cancel);
}
