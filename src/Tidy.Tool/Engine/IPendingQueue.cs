using Tidy.Core;
using Tidy.Core.Queue;
using Tidy.Core.Reports;

namespace Tidy.Tool.Engine;

/// <summary>
/// The pending queue of one workspace; every change is one transaction: it happens to all the items named, or to none.
/// Keys are ids, beginnings of ids that mean one item, or source paths.
/// </summary>
internal interface IPendingQueue
{
    /// <summary>All items in retry order, or those of one status.</summary>
    QueueAnswer List(PendingStatus? status);

    /// <exception cref="TidyException">The key means no item, or several.</exception>
    PendingMove Find(string key);

    QueueStats Stats();

    /// <summary>Is it well, by the thresholds of the configuration?</summary>
    QueueHealth Health();

    /// <summary>What deserves attention first, and what to do about it.</summary>
    /// <param name="top">At most so many items.</param>
    QueueReport Report(int top);

    /// <summary>Sets items aside until they are released.</summary>
    QueueAnswer Hold(IReadOnlyList<string> keys);

    QueueAnswer Release(IReadOnlyList<string> keys);

    /// <summary>Forgets items; their files stay where they are.</summary>
    QueueAnswer Drop(IReadOnlyList<string> keys);

    /// <summary>Forgets all items, or all with one status.</summary>
    QueueAnswer Clear(PendingStatus? status);

    /// <summary>Takes out what ended and was first seen at least so long ago; writes nothing when there is none.</summary>
    QueueAnswer Archive(TimeSpan minAge);
}
