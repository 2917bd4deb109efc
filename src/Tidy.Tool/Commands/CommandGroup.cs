namespace Tidy.Tool.Commands;

/// <summary>Commands that share their first word.</summary>
/// <param name="Usual">The command that the first word alone means.</param>
internal sealed record CommandGroup(string Name, string Description, string Usual);
