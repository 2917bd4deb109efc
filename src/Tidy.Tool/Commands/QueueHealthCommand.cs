using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Queue;
using Tidy.Tool.Engine;
using Tidy.Tool.Json;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class QueueHealthCommand(CommandLineApplication app) : QueueCommand(app, "queue health")
{
    protected override ExitCode Execute(Invocation call, IPendingQueue queue)
    {
        QueueHealth health = queue.Health();
        ExitCode exit = health.Status == QueueHealthStatus.Error || (Common.Strict && health.Status == QueueHealthStatus.Warning) ? ExitCode.Findings : ExitCode.Done;
        if (call.IsJson())
            ToolJson.WriteObject(call.Data, QueueHealthJson.Of(health, exit));
        else
            new HealthText(call.Lines(), Common.Quiet).Write(health);
        return exit;
    }
}
