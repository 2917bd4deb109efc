using Tidy.Core.Configuration;
using Tidy.Core.Moving;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Reliability.Tests.Volumes;

/// <summary>The pending queue of a workspace, as lines that a failing test can show.</summary>
internal static class Queued
{
    /// <summary>What each item is about and its status, sorted; or that the queue on the disk is damaged. Writes nothing.</summary>
    public static List<string> In(string folder)
    {
        QueueReading reading = Store(folder).Read();
        List<string> lines = [.. reading.Findings.Select(f => $"DAMAGED: {f}"), .. reading.Queue.Items.Select(i => $"{i.Source} > {i.Destination} {i.Status}")];
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>Puts items into it as an earlier run would have that found the files locked.</summary>
    public static void Put(string folder, PendingStatus status, params (string Source, string Destination)[] moves) =>
        Store(folder).Transact(queue =>
        {
            foreach ((string source, string destination) in moves)
                queue.AddOrUpdate(Item(WorkspacePath.Parse(source), WorkspacePath.Parse(destination), status));
        });

    private static PendingMove Item(WorkspacePath source, WorkspacePath destination, PendingStatus status)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return new PendingMove
        {
            Id = PendingMoveId.Compute(source, destination, QueueActions.Move),
            Source = source,
            Destination = destination,
            Status = status,
            Reason = FailureReason.Locked,
            FirstSeenAt = now,
            LastAttemptAt = now,
            NextEligibleAt = now,
        };
    }

    private static QueueStore Store(string folder) => new(WorkspaceRoot.At(folder), OsFiles.Current, TimeProvider.System, new QueueConfig());
}
