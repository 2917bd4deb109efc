using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Tool.Json;

namespace Tidy.Tool.Commands;

internal sealed class PlanCommand : RunningCommand
{
    private readonly CommandOption presets;
    private readonly CommandOption planOut;
    private readonly CommandOption check;

    public PlanCommand(CommandLineApplication app)
        : base(app)
    {
        presets = app.Option("--preset <NAME>", "Rules to use without a tidy.json (may be repeated): dotnet, agents", CommandOptionType.MultipleValue);
        planOut = app.Option("--plan-out <FILE>", "Also write the plan to a file, for 'apply --plan FILE'", CommandOptionType.SingleValue);
        check = app.Option("--check", "Exit code 1 when something would move", CommandOptionType.NoValue);
        app.Option("--dry-run", "Accepted; a plan never changes anything", CommandOptionType.NoValue);
    }

    public override ExitCode Execute(Invocation call)
    {
        List<string> names = CommonOptions.Split(presets);
        TidyConfig config = call.Config(names);
        RunRequest request = Request(RunCommand.Plan, call, config);
        string? file = planOut.Value();
        if (file is not null)
            PlanFileJson.RefuseForeignFile(file);
        call.SayIfDefault(config, names);
        ExitCode exit = Run(call, request, Policy(check.HasValue()), out RunResult result);
        if (file is not null)
            PlanFileJson.Write(file, result, exit);
        return exit;
    }
}
