using Tidy.Core.Activity;
using Tidy.Core.Configuration;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Reports;

/// <summary>Makes the report of a workspace's queue. Takes no lock and writes nothing.</summary>
public sealed class QueueReporter(WorkspaceRoot root, TidyConfig config, RunServices services)
{
    /// <param name="top">At most so many items; suggestions are about all.</param>
    /// <exception cref="TidyException">The queue cannot be read.</exception>
    public QueueReport Make(int top)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        QueueReading reading = new QueueStore(root, services.Files, services.Clock, config.Queue).Read();
        DateTimeOffset now = services.Clock.GetUtcNow();
        IReadOnlyList<RankedMove> ranked = Ranking.Of(reading.Queue.Items, now);
        IReadOnlyList<Obstacle> obstacles = new ObstacleSearch(root, config, services).Find([.. ranked.Select(r => r.Item)]);
        return new QueueReport
        {
            At = now,
            Stats = reading.Queue.Stats(now),
            TopItems = [.. ranked.Take(top).Select((rank, n) => new ReportedMove(rank, RetryPolicy.For(rank.Item.Reason, config.Queue).MaxAttempts, obstacles[n]))],
            Suggestions = Suggestions.Of(ranked.Select((rank, n) => (rank.Item, obstacles[n]))),
            LookBack = config.Health.LookBack,
            Waits = LockWaits.Of(new ActivityLog(root, services.Files, services.Clock).Read(), now - config.Health.LookBack),
            Findings = reading.Findings,
        };
    }
}
