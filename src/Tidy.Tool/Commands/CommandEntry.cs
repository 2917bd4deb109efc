using McMaster.Extensions.CommandLineUtils;

namespace Tidy.Tool.Commands;

/// <summary>A command in the table: enough for the help; <see cref="Build"/> runs for the one that is used.</summary>
/// <param name="Name">One word, or two for a command of a group: <c>queue list</c>.</param>
internal sealed record CommandEntry(string Name, string Description, Func<CommandLineApplication, TidyCommand> Build)
{
    /// <summary>Not for people: left out of the help.</summary>
    public bool IsHidden { get; init; }

    /// <summary>It reports one run of the engine: in all formats, where the others have text and JSON.</summary>
    public bool IsRun { get; init; }
}
