namespace Tidy.Core.Queue;

/// <summary>The words in <c>action</c> of the queue file that this version knows.</summary>
internal static class QueueActions
{
    /// <summary>What the reference system writes, and all that a run carries out from the queue.</summary>
    public const string Move = "move";
}
