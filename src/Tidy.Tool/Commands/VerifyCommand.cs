using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Configuration;

namespace Tidy.Tool.Commands;

internal sealed class VerifyCommand : RunningCommand
{
    private readonly CommandOption presets;

    public VerifyCommand(CommandLineApplication app)
        : base(app) =>
        presets = app.Option("--preset <NAME>", "Rules to use without a tidy.json (may be repeated): dotnet, agents", CommandOptionType.MultipleValue);

    public override ExitCode Execute(Invocation call)
    {
        List<string> names = CommonOptions.Split(presets);
        TidyConfig config = call.Config(names);
        RunRequest request = Request(RunCommand.Verify, call, config);
        call.SayIfDefault(config, names);
        return Run(call, request, Policy());
    }
}
