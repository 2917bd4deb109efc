namespace Tidy.Core.Planning;

public enum PlanAction
{
    Move,

    /// <summary>The destination already holds the same content: the source is removed, and the journal can bring it back.</summary>
    RemoveDuplicate,

    /// <summary>Undo of <see cref="RemoveDuplicate"/>: the destination's content comes back as its own file at the source.</summary>
    RestoreDuplicate,
    RemoveEmptyDir,
    WriteIndex,
}
