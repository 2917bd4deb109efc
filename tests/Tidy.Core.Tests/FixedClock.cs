namespace Tidy.Core.Tests;

/// <summary>A clock that a test sets; waiting on a lock still takes real time.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>2026-11-22 01:13:14.840657 UTC.</summary>
    public static FixedClock Default => new(new DateTimeOffset(2026, 11, 22, 1, 13, 14, TimeSpan.Zero).AddMicroseconds(840657));

    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
