using Tidy.Core.Channels;
using Tidy.Core.Delivery;
using Tidy.Core.Notices;

namespace Tidy.Core.Tests;

/// <summary>A channel that keeps what it is given, or fails as a test wants.</summary>
internal sealed class PlayedChannel(string name = "mail") : IChannel
{
    public List<Notice> Sent { get; } = [];

    public DeliveryException? Failure { get; set; }

    public string Name => name;

    public string Target => "nobody";

    public void Send(Notice notice, CancellationToken cancel)
    {
        if (Failure is null or { WasTaken: true })
            Sent.Add(notice);
        if (Failure is { } failure)
            throw failure;
    }
}
