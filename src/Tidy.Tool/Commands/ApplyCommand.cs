using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Tool.Json;

namespace Tidy.Tool.Commands;

internal sealed class ApplyCommand : RunningCommand
{
    private const string NoConfiguration =
        "There is no tidy.json here, so nobody has said yet what may move. Use the built-in rules with '--preset dotnet --preset agents', "
        + "or write a tidy.json (docs/configuration.md). 'dotnet tidy plan' shows what would move.";

    private readonly CommandOption presets;
    private readonly CommandOption planFile;

    public ApplyCommand(CommandLineApplication app)
        : base(app)
    {
        presets = app.Option("--preset <NAME>", "Rules to use without a tidy.json (may be repeated): dotnet, agents", CommandOptionType.MultipleValue);
        planFile = app.Option("--plan <FILE>", "Only what this file of 'plan --plan-out' lists, where nothing changed since", CommandOptionType.SingleValue);
        app.Option("--execute", "Accepted; apply always carries out", CommandOptionType.NoValue);
    }

    public override ExitCode Execute(Invocation call)
    {
        var config = call.Config(CommonOptions.Split(presets), NoConfiguration);
        RunRequest request = Request(RunCommand.Apply, call, config);
        if (planFile.Value() is { } file)
            request = request with { PlanFile = PlanFileJson.Read(file) };
        return Run(call, request, Policy());
    }
}
