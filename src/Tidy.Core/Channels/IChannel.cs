using Tidy.Core.Delivery;
using Tidy.Core.Notices;

namespace Tidy.Core.Channels;

/// <summary>A way to a person.</summary>
public interface IChannel
{
    /// <summary><c>mail</c>, <c>webhook</c> or <c>command</c>.</summary>
    string Name { get; }

    /// <summary>Where it leads, for a person to recognise, without any secret.</summary>
    string Target { get; }

    /// <exception cref="DeliveryException">It was not taken.</exception>
    /// <exception cref="OperationCanceledException">The time is up.</exception>
    void Send(Notice notice, CancellationToken cancel);
}
