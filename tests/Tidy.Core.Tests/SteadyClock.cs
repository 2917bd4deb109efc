namespace Tidy.Core.Tests;

/// <summary>A clock of which both hands, the time of day and the one that nobody can set, move only when a test says so.</summary>
public sealed class SteadyClock : TimeProvider
{
    private TimeSpan passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) + passed;

    public override long GetTimestamp() => passed.Ticks;

    public void Advance(TimeSpan by) => passed += by;
}
