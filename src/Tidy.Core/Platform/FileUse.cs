namespace Tidy.Core.Platform;

/// <summary>The answer of a probe. It is advice: the file can be opened or closed the moment after.</summary>
public enum FileUse
{
    Free,

    /// <summary>Somebody has it, or whether somebody has could not be asked just now.</summary>
    InUse,

    /// <summary>This file system, or our rights, do not allow an answer; the move itself will tell.</summary>
    Unknown,
}
