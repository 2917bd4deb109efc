namespace Tidy.Core.Planning;

/// <summary>What is done with an entry's source. <see cref="WireNames"/> has the words, in this order.</summary>
public enum PlanAction
{
    Move,

    /// <summary>The destination already holds the same content: the source is removed, and the journal can bring it back.</summary>
    RemoveDuplicate,

    /// <summary>Undo of <see cref="RemoveDuplicate"/>: the destination's content comes back as its own file at the source.</summary>
    RestoreDuplicate,

    /// <summary>The source is a folder that is empty when its turn comes; there is no destination.</summary>
    RemoveEmptyDir,

    /// <summary>Writes <see cref="PlanEntry.Content"/> to the source, in place of an earlier version of its own. Source and destination are the file.</summary>
    WriteIndex,

    /// <summary>Makes the folder and what is missing above it. Source and destination are the folder.</summary>
    CreateDir,

    /// <summary>Writes <see cref="PlanEntry.Content"/> where nothing is. Source and destination are the file.</summary>
    CreateFile,

    /// <summary>Undo of a written file: <see cref="PlanEntry.Restores"/> says what had been there. Source and destination are the file.</summary>
    RestoreFile,

    /// <summary>The source becomes a gzip file at the destination, which has the same name and <c>.gz</c>.</summary>
    Compress,

    /// <summary>Undo of <see cref="Compress"/>.</summary>
    Decompress,
}
