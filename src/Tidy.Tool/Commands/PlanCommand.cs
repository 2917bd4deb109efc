using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Tool.Json;

namespace Tidy.Tool.Commands;

internal sealed class PlanCommand : PlanningCommand
{
    private readonly CommandOption planOut;
    private readonly CommandOption check;
    private readonly CommandOption repair;

    public PlanCommand(CommandLineApplication app)
        : base(app)
    {
        planOut = app.Option("--plan-out <FILE>", "Also write the plan to a file, for 'apply --plan FILE'", CommandOptionType.SingleValue);
        check = app.Option("--check", "Exit code 1 when something would move", CommandOptionType.NoValue);
        repair = app.Option("--repair", "Also show what 'apply --repair' would make", CommandOptionType.NoValue);
        app.Option("--dry-run", "Accepted; a plan never changes anything", CommandOptionType.NoValue);
    }

    public override ExitCode Execute(Invocation call)
    {
        List<string> names = Presets();
        TidyConfig config = call.Config(names);
        RunRequest request = PlanningRequest(RunCommand.Plan, call, config) with { Repair = repair.HasValue() };
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
