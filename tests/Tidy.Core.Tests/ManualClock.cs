namespace Tidy.Core.Tests;

/// <summary>A clock that moves only when a test says so.</summary>
public sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    public ManualClock()
        : this(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>The moment, to the microsecond, at which the reference system wrote the queue fixtures.</summary>
    public static ManualClock AtFixtures => new(new DateTimeOffset(2026, 11, 22, 1, 13, 14, TimeSpan.Zero).AddMicroseconds(840657));

    public DateTimeOffset Now { get; set; } = now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;

    public void Advance(TimeSpan by) => Now += by;
}
