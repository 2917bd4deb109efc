using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Core.Queue;
using Tidy.Core.Reports;
using Tidy.Core.Workspaces;

namespace Tidy.Tool.Engine;

/// <summary>The queue operations of <c>Tidy.Core</c>, seen through the tool's port.</summary>
internal sealed class MachineQueue(QueueOperations queue, QueueReporter reporter) : IPendingQueue
{
    public QueueAnswer List(PendingStatus? status) => queue.List(status);

    public PendingMove Find(string key) => queue.Find(key);

    public QueueStats Stats() => queue.Stats();

    public IReadOnlyList<Finding> Health() =>
        [.. queue.Health().Issues.Select(i => new Finding(Codes.QueueUnwell, LevelOf(i.Severity), WorkspacePath.QueueFile, i.Message))];

    public QueueReport Report(int top) => reporter.Make(top);

    public QueueAnswer Hold(IReadOnlyList<string> keys) => queue.Hold(keys, "put on hold by a person");

    public QueueAnswer Release(IReadOnlyList<string> keys) => queue.Release(keys);

    public QueueAnswer Drop(IReadOnlyList<string> keys) => queue.Drop(keys);

    public QueueAnswer Clear(PendingStatus? status) => queue.Clear(status);

    public QueueAnswer Archive(TimeSpan minAge) => queue.Archive(minAge);

    private static FindingLevel LevelOf(QueueHealthStatus severity) => severity switch
    {
        QueueHealthStatus.Error => FindingLevel.Error,
        QueueHealthStatus.Warning => FindingLevel.Warning,
        _ => FindingLevel.Note,
    };
}
