using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Tool.Engine;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class QueueHealthCommand(CommandLineApplication app) : QueueCommand(app, "queue health")
{
    protected override ExitCode Execute(Invocation call, IPendingQueue queue)
    {
        IReadOnlyList<Finding> findings = queue.Health();
        ExitCode exit = findings.Any(f => f.Level == FindingLevel.Error || (Common.Strict && f.Level == FindingLevel.Warning)) ? ExitCode.Findings : ExitCode.Done;
        if (call.IsJson())
            WriteJson(call, findings: findings, exit: exit);
        else
            WriteText(call.Lines(), findings);
        return exit;
    }

    private static void WriteText(ILines lines, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
            lines.Line("The queue is healthy.", Tone.Good);
        foreach (Finding finding in findings)
            FindingText.WriteOne(lines, finding);
    }
}
