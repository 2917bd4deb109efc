using Tidy.Core.Moving;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Reports;

/// <summary>What to do about a queue: what one step cures (one process, the rights on one folder) is one suggestion.</summary>
internal sealed class Suggestions
{
    private readonly Dictionary<(SuggestionKind, object?), List<PendingMove>> groups = [];
    private readonly List<Suggestion> all = [];

    /// <summary>The most urgent first, and of those the one that helps the highest in rank.</summary>
    public static IReadOnlyList<Suggestion> Of(IEnumerable<(PendingMove Item, Obstacle Obstacle)> ranked)
    {
        Suggestions suggestions = new();
        foreach (var (item, obstacle) in ranked)
            suggestions.Consider(item, obstacle);
        return [.. suggestions.all.OrderBy(s => s.Priority)]; // stable
    }

    private void Consider(PendingMove item, Obstacle obstacle)
    {
        if (item.Status == PendingStatus.Held)
        {
            Add(SuggestionKind.Release, null, item);
            return;
        }

        ConsiderObstacle(item, obstacle);
        if (item.Status is PendingStatus.NeedsManual or PendingStatus.Abandoned)
            Add(SuggestionKind.RetryOrDrop, item.Status, item);
    }

    private void ConsiderObstacle(PendingMove item, Obstacle obstacle)
    {
        switch (obstacle.Kind)
        {
            case ObstacleKind.Free or ObstacleKind.Changed or ObstacleKind.Gone:
                Add(SuggestionKind.Retry, obstacle.Kind, item, new(SuggestionKind.Retry, []) { Obstacle = obstacle.Kind });
                break;
            case ObstacleKind.Held:
                foreach (var holder in obstacle.Holders)
                    Add(SuggestionKind.CloseHolder, holder.ProcessId, item, new(SuggestionKind.CloseHolder, []) { Holder = holder });
                break;
            case ObstacleKind.HeldByUnknown:
                Add(SuggestionKind.FindHolder, null, item);
                break;
            default:
                ConsiderCause(item);
                break;
        }
    }

    private void ConsiderCause(PendingMove item)
    {
        switch (item.Reason)
        {
            case FailureReason.Permission:
                Add(SuggestionKind.GrantRights, (FolderOf(item.Source), FolderOf(item.Destination)), item);
                break;
            case FailureReason.DestExists:
                Add(SuggestionKind.ChooseFile, FolderOf(item.Destination), item);
                break;
            default:
                Add(SuggestionKind.RemoveCause, item.Reason, item);
                break;
        }
    }

    /// <param name="key">Items with the same one share the suggestion.</param>
    private void Add(SuggestionKind kind, object? key, PendingMove item, Suggestion? template = null)
    {
        if (!groups.TryGetValue((kind, key), out List<PendingMove>? items))
        {
            groups.Add((kind, key), items = []);
            all.Add((template ?? new(kind, [])) with { Items = items });
        }

        items.Add(item);
    }

    private static string FolderOf(WorkspacePath path) => path.Parent?.Value ?? "";
}
