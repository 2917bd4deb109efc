namespace Tidy.Core.Journal;

public enum RunActionStatus
{
    Done,

    /// <summary>Tried, and it could not be; what waiting can help is in the queue since.</summary>
    NotDone,

    /// <summary>The run ended before it came to it, or it was interrupted and is not recovered yet.</summary>
    NotTried,
}
