using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Tool.Json;

namespace Tidy.Tool.Rendering;

/// <summary>Prints that a command ended without a result: in the format that was asked for, so that a caller always can read it.</summary>
internal static class FailureReport
{
    public static void Write(FailureTarget target, Finding finding, ExitCode exit)
    {
        var run = RunJson.OfFailure(target.Command, target.Root()?.FullPath, finding, (target.Console.Clock.GetUtcNow(), exit));
        if (target.Report?.ProblemOfWriting(run) is { } problem)
            target.Console.Error.Write(problem);
        if (target.Format is OutputFormat.Text or OutputFormat.Markdown)
        {
            target.Console.Error.Write($"error {finding.Code}: {SafeText.Visible(finding.Message)}\n");
            return;
        }

        if (target.Format == OutputFormat.Json)
        {
            ToolJson.WriteObject(target.Data, run);
            return;
        }

        ToolJson.WriteEvent(target.Data, "finding", run.Findings[0]);
        ToolJson.WriteEvent(target.Data, "summary", SummaryEvent.Of(run));
    }
}
