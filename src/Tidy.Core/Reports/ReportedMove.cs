using Tidy.Core.Queue;

namespace Tidy.Core.Reports;

/// <summary>A ranked move as the report shows it.</summary>
/// <param name="MaxAttempts">The bound of <see cref="PendingMove.AttemptCount"/> for its reason.</param>
/// <param name="Obstacle">What is in its way now.</param>
public sealed record ReportedMove(RankedMove Rank, int MaxAttempts, Obstacle Obstacle)
{
    public PendingMove Item => Rank.Item;
}
