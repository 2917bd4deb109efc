namespace Tidy.Core.Watching;

/// <summary>What may have changed since the last look.</summary>
[Flags]
internal enum WatchEvents
{
    None = 0,

    /// <summary>Something is new in a folder that phases look at, or was written to its end.</summary>
    Clutter = 1,

    /// <summary>Somebody closed a waiting file.</summary>
    Closed = 2,

    Queue = 4,
    Config = 8,

    /// <summary>Anything: events were lost, or a watched folder is another one now.</summary>
    Anything = 16,
}
