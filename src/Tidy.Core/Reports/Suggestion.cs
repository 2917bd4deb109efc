using Tidy.Core.Holders;
using Tidy.Core.Queue;

namespace Tidy.Core.Reports;

/// <summary>One thing to do, and all the queued moves that it helps.</summary>
/// <param name="Items">At least one; the highest in rank first.</param>
public sealed record Suggestion(SuggestionKind Kind, IReadOnlyList<PendingMove> Items)
{
    /// <summary>For <see cref="SuggestionKind.CloseHolder"/>: the process.</summary>
    public Holder? Holder { get; init; }

    /// <summary>For <see cref="SuggestionKind.Retry"/>: what became of the obstacle.</summary>
    public ObstacleKind Obstacle { get; init; }

    public SuggestionPriority Priority => Kind switch
    {
        SuggestionKind.CloseHolder or SuggestionKind.GrantRights or SuggestionKind.ChooseFile or SuggestionKind.RemoveCause => SuggestionPriority.High,
        SuggestionKind.Release => SuggestionPriority.Low,
        _ => SuggestionPriority.Medium,
    };
}
