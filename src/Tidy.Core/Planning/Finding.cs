namespace Tidy.Core.Planning;

/// <summary>Something a person should know that is not itself a planned action.</summary>
/// <param name="Code">One of <see cref="Codes"/>.</param>
/// <param name="Path">Workspace-relative path it is about, or null.</param>
/// <param name="Message">What happened, to what, and what to do; one sentence or two.</param>
public sealed record Finding(string Code, FindingLevel Level, string? Path, string Message)
{
    /// <summary>Line in the file of <see cref="Path"/>, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>Column in <see cref="Line"/>, from 1, in UTF-16 units.</summary>
    public int? Column { get; init; }
}
