namespace Tidy.Tool.Tests;

/// <summary>A clock that goes on by <paramref name="step"/> each time it is read.</summary>
internal sealed class SteppingClock(TimeSpan step) : TimeProvider
{
    private long ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => ticks += step.Ticks;
}
