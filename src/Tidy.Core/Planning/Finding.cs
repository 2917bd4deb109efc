namespace Tidy.Core.Planning;

/// <summary>Something a person should know that is not itself a planned action.</summary>
/// <param name="Code">One of <see cref="Codes"/>.</param>
/// <param name="Path">Workspace-relative path it is about (absolute for a configuration file elsewhere), or null.</param>
/// <param name="Message">What happened, and to what; one sentence or two. Ends in what to do, unless <see cref="Remedy"/> says it.</param>
public sealed record Finding(string Code, FindingLevel Level, string? Path, string Message)
{
    /// <summary>What a person can do about it, as a sentence.</summary>
    public string? Remedy { get; init; }

    /// <summary>Lines that show what is meant, such as a unified diff; each ends in <c>\n</c>.</summary>
    public string? Detail { get; init; }

    /// <summary>Message and remedy, for output that has one place for both.</summary>
    public string Text => Remedy is null ? Message : $"{Message} {Remedy}";

    /// <summary>From 1, when it is about a line of the file at <see cref="Path"/>.</summary>
    public int? Line { get; init; }

    /// <summary>From 1, in UTF-16 units as editors count.</summary>
    public int? Column { get; init; }
}
