namespace Tidy.Core.Queue;

/// <summary>How an item left the queue.</summary>
public enum QueueEnding
{
    /// <summary>Its file was moved.</summary>
    Moved,

    /// <summary>By itself: its source is gone, or was moved by other means.</summary>
    Closed,

    /// <summary>A person took it out.</summary>
    Dropped,

    /// <summary>A person emptied the queue.</summary>
    Cleared,

    /// <summary>It had ended long ago.</summary>
    Archived,
}
