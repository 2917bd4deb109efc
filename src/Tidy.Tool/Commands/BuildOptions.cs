using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Commands;

/// <summary>What a build says when it starts a run by itself. Not for people: left out of the help.</summary>
internal sealed class BuildOptions(CommandLineApplication app)
{
    private readonly CommandOption automatic = Hidden(app, "--automatic", "Started by a build by itself, not by a person", CommandOptionType.NoValue);
    private readonly CommandOption gate = Hidden(app, "--build-gate <KEY>", "Where the build remembers what the run left to do", CommandOptionType.SingleValue);
    private readonly CommandOption protect = Hidden(app, "--protect-from <FILE>", "Lists what the build needs where it is, one absolute path a line", CommandOptionType.SingleValue);

    public bool IsAutomatic => automatic.HasValue();

    /// <exception cref="TidyException">The list of protected files cannot be read.</exception>
    public RunRequest AddTo(RunRequest request) => request with
    {
        BuildGate = gate.Value(),
        ProtectedPaths = protect.Value() is { } file ? ProtectedPaths.Read(file, request.Root) : ProtectedPaths.None,
    };

    private static CommandOption Hidden(CommandLineApplication app, string template, string description, CommandOptionType type)
    {
        CommandOption option = app.Option(template, description, type);
        option.ShowInHelpText = false;
        return option;
    }
}
