using Tidy.Core.Planning;

namespace Tidy.Core.Archive;

/// <summary>The moment before which a file was last written to count as old. What is younger has a time at which it will.</summary>
internal sealed class AgeBound(PlanBuilder plan, TimeSpan olderThan)
{
    private readonly long bound = plan.Now.UtcTicks - olderThan.Ticks;
    private long nextWritten = long.MaxValue;

    /// <param name="modifiedTicks">UTC ticks of the last write.</param>
    public bool IsOld(long modifiedTicks)
    {
        if (modifiedTicks < bound)
            return true;
        nextWritten = Math.Min(nextWritten, modifiedTicks);
        return false;
    }

    /// <summary>Tells the plan when the next of the files asked about grows old.</summary>
    public void LookAgain() => plan.LookAgainWhenOld(nextWritten, olderThan + TimeSpan.FromTicks(1));
}
