namespace Tidy.Reliability.Tests.Hostile;

/// <summary>Ways in which a file can be damaged, or made by somebody who means harm.</summary>
internal enum EditKind
{
    /// <summary>The file ends early.</summary>
    Cut,
    FlipBit,
    InsertBytes,
    DeleteBytes,

    /// <summary>A part of it is there twice.</summary>
    RepeatBytes,
    SwapLines,

    /// <summary>Another value in place of one of the JSON, whatever its kind.</summary>
    ReplaceValue,
    RemoveProperty,

    /// <summary>A key twice in one object, the second time with another value.</summary>
    RepeatProperty,
    RenameProperty,

    /// <summary>An item of a list, or a whole line, once more.</summary>
    RepeatValue,
}
