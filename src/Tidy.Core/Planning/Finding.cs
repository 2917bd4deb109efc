namespace Tidy.Core.Planning;

/// <summary>Something a person should know that is not itself a planned action.</summary>
/// <param name="Code">One of <see cref="Codes"/>.</param>
/// <param name="Path">Workspace-relative path it is about (absolute for a configuration file elsewhere), or null.</param>
/// <param name="Message">What happened, to what, and what to do; one sentence or two.</param>
public sealed record Finding(string Code, FindingLevel Level, string? Path, string Message)
{
    /// <summary>From 1, when it is about a line of the file at <see cref="Path"/>.</summary>
    public int? Line { get; init; }

    /// <summary>From 1, in UTF-16 units as editors count.</summary>
    public int? Column { get; init; }
}
