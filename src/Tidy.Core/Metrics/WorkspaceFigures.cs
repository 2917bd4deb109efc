namespace Tidy.Core.Metrics;

/// <summary>One workspace in numbers.</summary>
/// <param name="Name">The value of the label <c>workspace</c>: see <see cref="WorkspaceNames"/>.</param>
/// <param name="At">When its state was read.</param>
/// <param name="State">Null when it could not be read.</param>
public sealed record WorkspaceFigures(string Name, DateTimeOffset At, WorkspaceState? State)
{
    /// <summary>Why there is no state, with its code; null when there is one.</summary>
    public TidyException? Problem { get; init; }

    /// <summary>What counters count from. Before the first run nothing was counted, so it is now.</summary>
    public DateTimeOffset CountedSince => State?.Totals.Since is { } since && since < At ? since : At;
}
