using Tidy.Core.Workspaces;

namespace Tidy.Core.Delivery;

/// <summary>Lets each delivery of a workspace deliver, and keeps book: one that fails does not stop the others, and is left in peace for a while.</summary>
public sealed class DeliveryRound(WorkspaceRoot root, RunServices services)
{
    /// <summary>Only under <see cref="DeliveryLock"/>.</summary>
    /// <param name="isAsked">A person wants it now, whatever failed before.</param>
    /// <returns>In the order of <paramref name="deliveries"/>.</returns>
    /// <exception cref="TidyException">The book cannot be written.</exception>
    public IReadOnlyList<DeliveryAnswer> Run(IReadOnlyList<IDelivery> deliveries, bool isAsked, CancellationToken cancel)
    {
        long stamp = DeliveryBook.StampOf(root, services); // before the queue is read: what comes later has another one
        DeliveryBook book = DeliveryBook.Read(root, services).Only(deliveries.Select(d => d.Name));
        List<DeliveryAnswer> answers = [];
        foreach (IDelivery delivery in deliveries)
        {
            DeliveryAnswer answer = Deliver(delivery, book.Of(delivery.Name), isAsked, cancel);
            answers.Add(answer);
            book = book.With(answer.Record);
            book.Write(root, services);
        }

        if (answers.TrueForAll(a => a.Result is DeliveryResult.Delivered or DeliveryResult.NothingToDeliver))
            (book with { QueueStamp = stamp }).Write(root, services);
        return answers;
    }

    private DeliveryAnswer Deliver(IDelivery delivery, DeliveryRecord record, bool isAsked, CancellationToken cancel)
    {
        if (!isAsked && !record.IsDue(services.Clock.GetUtcNow()))
            return new DeliveryAnswer(DeliveryResult.Waits, record);
        try
        {
            bool hasDelivered = delivery.Deliver(cancel);
            return new DeliveryAnswer(hasDelivered ? DeliveryResult.Delivered : DeliveryResult.NothingToDeliver, record.Succeeded(services.Clock.GetUtcNow(), hasDelivered));
        }
        catch (DeliveryException e)
        {
            return Failed(record, e);
        }
        catch (TidyException e)
        {
            return Failed(record, new DeliveryException(e.Message, e));
        }
        catch (OperationCanceledException e)
        {
            return Failed(record, new DeliveryException("the time for all deliveries was up", e));
        }
    }

    private DeliveryAnswer Failed(DeliveryRecord record, DeliveryException failure) =>
        new(DeliveryResult.Failed, record.Failed(services.Clock.GetUtcNow(), failure));
}
