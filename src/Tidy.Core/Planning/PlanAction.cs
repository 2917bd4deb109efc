namespace Tidy.Core.Planning;

public enum PlanAction
{
    Move,

    /// <summary>The destination already holds the same content: the source is removed, and the journal can bring it back.</summary>
    RemoveDuplicate,
    RemoveEmptyDir,
    WriteIndex,
}
