using Tidy.Core.Configuration;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>
/// What git is asked about, beside the root's own entries: the folders that the queue, a rule or a phase would move out of, or as a whole; those
/// that an allow-list does not have; and where tracked files may move, those that they would move into.
/// </summary>
internal sealed class GitQuestion(TidyConfig config, PendingQueue queue, PlanBuilder plan)
{
    public IEnumerable<WorkspacePath> Folders()
    {
        foreach (string folder in OfPhases().Concat(config.Tracked == TrackedFilesPolicy.Move ? Destinations() : []).Distinct(WorkspacePath.Comparer))
            yield return WorkspacePath.Parse(folder);
        foreach (PendingMove item in queue.Items)
        {
            if (item.Source.Parent is { } folder)
                yield return folder;
        }

        foreach (RootEntry entry in plan.Root.Entries)
        {
            if (entry.IsFolder && WorkspacePath.TryParse(entry.Name, out WorkspacePath? folder, out _) && MayMatter(folder, entry))
                yield return folder;
        }
    }

    private bool MayMatter(WorkspacePath folder, RootEntry entry) =>
        queue.FindBySource(folder) is not null || plan.RootRules.MayMove(entry) || plan.RootRules.IsUnlisted(entry);

    private IEnumerable<string> OfPhases()
    {
        foreach (Migration move in config.Migrations)
            yield return move.From;
        if (config.Docs is { Mode: DocsMode.Reduce } docs)
            yield return docs.Path;
        if (config.Runs is { } runs)
            yield return runs.Path;
        if (config.Archive is { Deduplicate: true } or { Retention.Action: RetentionAction.Compress })
            yield return config.Archive.Path;
    }

    /// <summary>The index may still have a file there that is gone, and no other may take its place.</summary>
    private IEnumerable<string> Destinations() => config.Rules.Select(rule => rule.To)
        .Concat(config.Migrations.Select(move => move.To))
        .Concat(queue.Items.Select(item => item.Destination.Parent?.Value))
        .Append(config.Archive.Path).Append(config.Runs?.ArchiveTo).Append(config.Runs?.OrphansTo)
        .OfType<string>()
        .Select(folder => folder.TrimEnd('/'));
}
