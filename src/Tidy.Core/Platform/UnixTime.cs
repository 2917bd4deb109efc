namespace Tidy.Core.Platform;

/// <summary>File times of Unix systems as ticks.</summary>
internal static class UnixTime
{
    /// <summary>Seconds and nanoseconds since 1970 as UTC ticks. A file system can hold years that a DateTime cannot: those are clamped.</summary>
    public static long Ticks(long seconds, long nanoseconds)
    {
        const long MaxSeconds = 253_402_300_799; // 9999-12-31T23:59:59Z
        const long MinSeconds = -62_135_596_800; // 0001-01-01T00:00:00Z
        long clamped = Math.Clamp(seconds, MinSeconds, MaxSeconds);
        return DateTime.UnixEpoch.Ticks + (clamped * TimeSpan.TicksPerSecond) + (nanoseconds / TimeSpan.NanosecondsPerTick);
    }
}
