namespace Tidy.Core.Journal;

/// <summary>What a past run did, in numbers.</summary>
/// <param name="Moved">Moved, or put back by undo.</param>
/// <param name="Other">Done, and neither a move nor a removal: an index written, a folder made.</param>
/// <param name="Failed">Tried, not done, and not queued.</param>
public sealed record RunTally(int Moved, int Removed, int Other, int Queued, int Failed)
{
    public static RunTally Of(RunRecord run)
    {
        int moved = 0, removed = 0, other = 0;
        foreach (RunAction action in run.Actions)
        {
            if (!action.IsDone)
                continue;
            if (action.Action is "move" or "restore_duplicate")
                moved++;
            else if (action.Action.StartsWith("remove", StringComparison.Ordinal))
                removed++;
            else
                other++;
        }

        return new RunTally(moved, removed, other, run.Queued, run.Failed);
    }

    /// <summary><c>3 moved, 1 removed, 2 queued</c>; moved and queued are always told.</summary>
    public override string ToString() =>
        $"{Moved} moved{Part(Removed, "removed")}{Part(Other, "other")}, {Queued} queued{Part(Failed, "failed")}";

    private static string Part(int count, string word) => count == 0 ? "" : $", {count} {word}";
}
