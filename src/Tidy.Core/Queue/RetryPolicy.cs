using Tidy.Core.Configuration;
using Tidy.Core.Moving;

namespace Tidy.Core.Queue;

/// <summary>How often and how long a move is tried again, by why it failed.</summary>
/// <param name="MaxAttempts">Counted tries, the first included.</param>
/// <param name="AtTheBound">What an item becomes whose last try failed.</param>
public sealed record RetryPolicy(int MaxAttempts, TimeSpan BaseBackoff, TimeSpan MaxBackoff, PendingStatus AtTheBound)
{
    private static readonly RetryPolicy Permission = new(3, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(300), PendingStatus.NeedsManual);

    private static readonly RetryPolicy DestExists = new(1, TimeSpan.Zero, TimeSpan.Zero, PendingStatus.NeedsManual);

    private static readonly RetryPolicy Other = new(5, TimeSpan.FromSeconds(600), TimeSpan.FromSeconds(7200), PendingStatus.NeedsManual);

    /// <summary>Only the policy for locked files is configurable.</summary>
    public static RetryPolicy For(FailureReason reason, QueueConfig config) => reason switch
    {
        FailureReason.Locked => new(config.MaxAttempts, config.BaseBackoff, config.MaxBackoff, PendingStatus.Abandoned),
        FailureReason.Permission => Permission,
        FailureReason.DestExists => DestExists,
        _ => Other,
    };

    /// <summary>The wait after the attempt of that number: it doubles from the base up to the cap.</summary>
    public TimeSpan WaitAfter(int attempt)
    {
        // As a floating point number, because a count from a file may be of any size.
        double ticks = BaseBackoff.Ticks * Math.Pow(2, Math.Max(attempt, 1) - 1);
        return ticks < MaxBackoff.Ticks ? TimeSpan.FromTicks((long)ticks) : MaxBackoff;
    }
}
