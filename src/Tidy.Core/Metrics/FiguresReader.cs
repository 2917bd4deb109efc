using Tidy.Core.Activity;
using Tidy.Core.Configuration;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Metrics;

/// <summary>Reads a workspace's figures from its state on disk. Takes no lock and writes nothing; time linear in the size of its files.</summary>
public sealed class FiguresReader(RunServices services)
{
    /// <param name="name">See <see cref="WorkspaceFigures.Name"/>.</param>
    public WorkspaceFigures Read(WorkspaceRoot root, string name)
    {
        DateTimeOffset now = services.Clock.GetUtcNow();
        try
        {
            return new WorkspaceFigures(name, now, Read(root, ConfigOf(root), now));
        }
        catch (TidyException e)
        {
            // One workspace that cannot be read must not hide the others: it is told as a number, too.
            return new WorkspaceFigures(name, now, State: null) { Problem = e };
        }
    }

    private WorkspaceState Read(WorkspaceRoot root, TidyConfig config, DateTimeOffset now)
    {
        QueueReading queue = new QueueStore(root, services.Files, services.Clock, config.Queue).Read();
        ActivityReading activity = new ActivityLog(root, services.Files, services.Clock).Read();
        DateTimeOffset? worked = services.Files.Stat(root.StatePath, out FileStat folder).IsOk ? folder.ModifiedAt : null;
        return new WorkspaceState(activity.Totals, activity.Runs is [.., var last] ? last : null, worked, QueueHealth.Of(queue, activity, now, config.Health));
    }

    /// <summary>Without a file there are no rules, and the queue is as everywhere.</summary>
    private static TidyConfig ConfigOf(WorkspaceRoot root)
    {
        string file = Path.Combine(root.FullPath, WorkspaceRoot.ConfigFileName);
        return File.Exists(file) ? ConfigReader.Read(file) : new TidyConfig();
    }
}
