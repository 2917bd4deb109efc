using Tidy.Core.Planning;
using Tidy.Core.Queue;

namespace Tidy.Tool.Engine;

/// <summary>The pending queue of one workspace; every call is one transaction under the queue lock.</summary>
internal interface IPendingQueue
{
    IReadOnlyList<PendingMove> List();

    QueueStats Stats();

    /// <summary>What is wrong with the queue; empty when it is healthy.</summary>
    IReadOnlyList<Finding> Health();

    /// <summary>Sets items aside until they are released; returns those that changed.</summary>
    IReadOnlyList<PendingMove> Hold(IReadOnlyList<string> ids);

    IReadOnlyList<PendingMove> Release(IReadOnlyList<string> ids);

    /// <summary>Forgets items; their files stay where they are.</summary>
    IReadOnlyList<PendingMove> Drop(IReadOnlyList<string> ids);

    /// <summary>Forgets all items, or all with one status.</summary>
    IReadOnlyList<PendingMove> Clear(PendingStatus? status);
}
