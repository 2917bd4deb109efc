using Tidy.Core.Channels;
using Tidy.Core.Configuration;
using Tidy.Core.Delivery;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Notices;

/// <summary>Tells on one channel what the queue has, and what was not told there: all of it in one notice.</summary>
/// <param name="on">What is worth a notice.</param>
public sealed class NoticeDelivery(WorkspaceRoot root, RunServices services, IChannel channel, IReadOnlyList<PendingStatus> on) : IDelivery
{
    private readonly NoticeSender sender = NoticeSender.OfThisMachine(services.Clock);

    public string Name => channel.Name;

    public bool Deliver(CancellationToken cancel)
    {
        PendingMove[] ended = Ended();
        ToldItems told = ToldItems.Read(root, services);
        PendingMove[] news = [.. ended.Where(item => told.IsNews(Name, item))];
        if (news.Length == 0)
            return false;
        try
        {
            channel.Send(sender.OfItems(Path.GetFileName(root.FullPath), news), cancel);
        }
        catch (DeliveryException e) when (e.WasTaken)
        {
            told.Add(Name, news);
            throw;
        }

        // A crash right here, and the notice is sent a second time, with the same id.
        told.Add(Name, news);
        told.Trim(ended);
        return true;
    }

    /// <summary>How many items wait to be told on the channel. Writes nothing.</summary>
    public int Count()
    {
        ToldItems told = ToldItems.Read(root, services);
        return Ended().Count(item => told.IsNews(Name, item));
    }

    /// <summary>The newest last.</summary>
    private PendingMove[] Ended() =>
    [
        .. new QueueStore(root, services.Files, services.Clock, new QueueConfig()).Read().Queue.Items
            .Where(item => on.Contains(item.Status))
            .OrderBy(item => item.LastAttemptAt).ThenBy(item => item.Source.Value, StringComparer.Ordinal),
    ];
}
