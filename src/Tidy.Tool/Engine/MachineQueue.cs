using Tidy.Core.Configuration;
using Tidy.Core.Queue;
using Tidy.Core.Reports;

namespace Tidy.Tool.Engine;

/// <summary>The queue operations of <c>Tidy.Core</c>, seen through the tool's port.</summary>
internal sealed class MachineQueue(QueueOperations queue, QueueReporter reporter, TidyConfig config) : IPendingQueue
{
    public QueueAnswer List(PendingStatus? status) => queue.List(status);

    public PendingMove Find(string key) => queue.Find(key);

    public QueueStats Stats() => queue.Stats();

    public QueueHealth Health() => queue.Health(config.Health);

    public QueueReport Report(int top) => reporter.Make(top);

    public QueueAnswer Hold(IReadOnlyList<string> keys) => queue.Hold(keys, "put on hold by a person");

    public QueueAnswer Release(IReadOnlyList<string> keys) => queue.Release(keys);

    public QueueAnswer Drop(IReadOnlyList<string> keys) => queue.Drop(keys);

    public QueueAnswer Clear(PendingStatus? status) => queue.Clear(status);

    public QueueAnswer Archive(TimeSpan minAge) => queue.Archive(minAge);
}
