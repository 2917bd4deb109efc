using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>What the mover, the journal and a plan file need to know of an action beyond its word.</summary>
internal static class PlanActions
{
    /// <summary>Afterwards the source's content is at the destination, and a later entry may go on from there.</summary>
    public static bool Arrives(this PlanAction action) =>
        action is PlanAction.Move or PlanAction.RestoreDuplicate or PlanAction.Compress or PlanAction.Decompress;

    /// <summary>The destination may get the next free name when its own is taken.</summary>
    public static bool TakesFreeName(this PlanAction action) => action is PlanAction.Move or PlanAction.Compress or PlanAction.Decompress;

    /// <summary>An existing file is read or taken away: its size and time tell whether it changed, and somebody may have it open.</summary>
    public static bool HasSourceFile(this PlanAction action) => action.Arrives() || action == PlanAction.RemoveDuplicate;

    /// <summary>Tidy itself makes the bytes.</summary>
    public static bool Writes(this PlanAction action) => action is PlanAction.WriteIndex or PlanAction.CreateFile;

    /// <summary>How the two ends of a move hold the content.</summary>
    public static CopyForm Form(this PlanAction action) => action switch
    {
        PlanAction.Compress => CopyForm.Compressing,
        PlanAction.Decompress => CopyForm.Decompressing,
        _ => CopyForm.Plain,
    };
}
