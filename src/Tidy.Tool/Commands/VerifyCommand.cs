using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Configuration;

namespace Tidy.Tool.Commands;

internal sealed class VerifyCommand(CommandLineApplication app) : PlanningCommand(app)
{
    public override ExitCode Execute(Invocation call)
    {
        List<string> names = Presets();
        TidyConfig config = call.Config(names);
        RunRequest request = PlanningRequest(RunCommand.Verify, call, config);
        call.SayIfDefault(config, names);
        return Run(call, request, Policy());
    }
}
