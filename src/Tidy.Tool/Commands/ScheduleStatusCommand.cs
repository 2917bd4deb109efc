using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Scheduling;
using Tidy.Tool.Json;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class ScheduleStatusCommand(CommandLineApplication app) : TidyCommand(app)
{
    public override ExitCode Execute(Invocation call)
    {
        bool json = call.IsJson();
        ScheduleStatus status = call.Engine.OpenSchedule().Status();
        ExitCode exit = status.WillRun ? ExitCode.Done : ExitCode.Findings;
        if (json)
            ToolJson.WriteObject(call.Data, ScheduleStatusJson.Of(status, exit));
        else
            new ScheduleStatusText(call.Lines(), status).Write(call.Console.Clock.GetUtcNow());
        return exit;
    }
}
