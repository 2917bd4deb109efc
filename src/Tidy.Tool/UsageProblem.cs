using McMaster.Extensions.CommandLineUtils;

namespace Tidy.Tool;

/// <summary>Says what is wrong with a command line, what was probably meant, and what there is.</summary>
internal static class UsageProblem
{
    public static string Of(CommandParsingException problem)
    {
        string what = problem.Message.Split('\n', 2)[0].TrimEnd('\r', '.', ' ');
        if (problem is not UnrecognizedCommandParsingException unknown)
            return $"{what}. See '{CallOf(problem.Command)} --help'.";
        string meant = string.Join(" or ", unknown.NearestMatches.Select(m => $"'{Typed(m, problem.Command)}'"));
        string suggestion = meant.Length == 0 ? "" : $" Did you mean {meant}?";
        return $"{what}.{suggestion} {Valid(problem.Command)} See '{CallOf(problem.Command)} --help'.";
    }

    private static string Valid(CommandLineApplication command)
    {
        if (command.Commands.Count > 0)
            return $"Valid commands are {string.Join(", ", command.Commands.Where(c => c.ShowInHelpText).Select(c => c.Name))}.";
        return $"Valid options are {string.Join(", ", command.GetOptions().Where(o => o.ShowInHelpText).Select(o => "--" + o.LongName))}.";
    }

    /// <summary>The parser names an option without its dashes.</summary>
    private static string Typed(string match, CommandLineApplication command) =>
        !match.StartsWith('-') && command.GetOptions().Any(o => o.LongName == match) ? "--" + match : match;

    private static string CallOf(CommandLineApplication command) =>
        command.Parent is { } parent ? $"{CallOf(parent)} {command.Name}" : "dotnet tidy";
}
