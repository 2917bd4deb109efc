namespace Tidy.Core.Configuration;

/// <summary>Bounds of the pending queue; the first four are those of a <c>locked</c> item.</summary>
public sealed record QueueConfig
{
    public TimeSpan BaseBackoff { get; init; } = TimeSpan.FromSeconds(300);

    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromSeconds(86400);

    public int MaxAttempts { get; init; } = 10;

    public TimeSpan AbandonAfter { get; init; } = TimeSpan.FromDays(30);

    public QueueOrder Order { get; init; }

    public int MaxItems { get; init; } = 100_000;

    public long MaxBytes { get; init; } = 100_000_000_000;
}
