namespace Tidy.Core.Differences;

/// <summary>How the lines of a text end.</summary>
internal enum LineEnds
{
    /// <summary>It has at most one line, and that has no end.</summary>
    None,
    Lf,
    CrLf,

    /// <summary>Some one way, some the other.</summary>
    Mixed,
}
