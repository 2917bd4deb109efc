namespace Tidy.Core.Watching;

/// <summary>What a watch does, in the order in which it does what is due at the same time.</summary>
internal enum WatchStep
{
    ReadConfig,
    ReadQueue,

    /// <summary>Ask all waiting files whether they are free.</summary>
    Probe,

    /// <summary>A run of the phase that retries: something is free, or an attempt is due.</summary>
    Retry,

    /// <summary>A run of all phases that were asked for.</summary>
    Apply,
}
