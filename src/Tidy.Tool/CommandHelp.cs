using McMaster.Extensions.CommandLineUtils.HelpText;

namespace Tidy.Tool;

/// <summary>Help with the commands in the order of the table: the way a person uses them, not the alphabet's.</summary>
internal sealed class CommandHelp : DefaultHelpTextGenerator
{
    public CommandHelp() => SortCommandsByName = false;
}
