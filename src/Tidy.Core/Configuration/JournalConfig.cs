namespace Tidy.Core.Configuration;

/// <summary>How many runs stay on disk, and can be shown and undone. The newest one always does.</summary>
public sealed record JournalConfig
{
    /// <summary>At least 1.</summary>
    public int KeepLast { get; init; } = 50;

    /// <summary>Runs that began longer ago go even when there are fewer than <see cref="KeepLast"/>; null: their age does not matter.</summary>
    public TimeSpan? KeepFor { get; init; }
}
