using Tidy.Core.Activity;
using Tidy.Core.Configuration;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Notices;

/// <summary>Counts up what the runs of workspaces did, and how their queues stand. Takes no lock, writes nothing.</summary>
public sealed class SummarySource(RunServices services)
{
    private const int Holders = 3;

    /// <param name="folders">Absolute; one that is gone or broken is told as that, and does not stop the others.</param>
    public IReadOnlyList<WorkspaceSummary> Of(IEnumerable<string> folders, DateTimeOffset since) => [.. folders.Select(folder => Of(folder, since))];

    private WorkspaceSummary Of(string folder, DateTimeOffset since)
    {
        try
        {
            return Of(WorkspaceRoot.At(folder), since);
        }
        catch (DirectoryNotFoundException)
        {
            return new WorkspaceSummary { Name = NameOf(folder), Problem = "its folder is not there" };
        }
        catch (Exception e) when (e is TidyException or IOException or UnauthorizedAccessException)
        {
            // The message may have the full path.
            return new WorkspaceSummary { Name = NameOf(folder), Problem = "its state cannot be read; 'dotnet tidy queue health' there says why" };
        }
    }

    private WorkspaceSummary Of(WorkspaceRoot root, DateTimeOffset since)
    {
        RunActivity[] runs = [.. new ActivityLog(root, services.Files, services.Clock).Read().Runs.Where(r => r.StartedAt >= since)];
        QueueStats queue = new QueueStore(root, services.Files, services.Clock, new QueueConfig()).Read().Queue.Stats(services.Clock.GetUtcNow());
        return new WorkspaceSummary
        {
            Name = NameOf(root.FullPath),
            Runs = runs.Length,
            FailedRuns = runs.Count(r => r.GaveUp || r.Exit == ExitCode.Unexpected),
            Moved = runs.Sum(r => r.Moved),
            Bytes = runs.Sum(r => r.Bytes),
            Pending = queue.Pending,
            Abandoned = queue.Abandoned,
            NeedsManual = queue.NeedsManual,
            Oldest = queue.Oldest,
            TopHolders = HoldersOf(runs),
        };
    }

    private static HolderCount[] HoldersOf(IEnumerable<RunActivity> runs) =>
    [
        .. runs.SelectMany(r => r.Attempts).Select(a => a.Holder).OfType<string>()
            .CountBy(name => name, StringComparer.Ordinal)
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
            .Take(Holders).Select(count => new HolderCount(count.Key, count.Value)),
    ];

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)) is { Length: > 0 } name ? name : folder;
}
