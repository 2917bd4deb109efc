using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Tool.Annotations;
using Tidy.Tool.Json;
using Tidy.Tool.Sarif;

namespace Tidy.Tool.Rendering;

/// <summary>Prints that a command ended without a result: in the format that was asked for, so that a caller always can read it.</summary>
internal static class FailureReport
{
    public static void Write(FailureTarget target, Finding finding, ExitCode exit)
    {
        var run = RunJson.OfFailure(target.Command, target.Root()?.FullPath, finding, (target.Console.Clock.GetUtcNow(), exit));
        if (target.Report?.ProblemOfWriting(run) is { } problem)
            target.Console.Error.Write(problem);
        switch (target.Format)
        {
            case OutputFormat.Text or OutputFormat.Markdown or OutputFormat.Html:
                target.Console.Error.Write($"error {finding.Code}: {PlaceOf(finding)}{SafeText.Visible(finding.Message)}\n");
                break;
            case OutputFormat.Json or OutputFormat.JsonLines:
                WriteJson(target, run);
                break;
            case OutputFormat.Sarif:
                SarifReport.Write(target.Data, target.Root()?.FullPath, [finding], exit);
                break;
            default:
                target.Data.Write(AnnotationStyles.For(target.Format, target.Console, target.Root()?.FullPath).LineOf(finding, exit) + "\n");
                break;
        }
    }

    private static void WriteJson(FailureTarget target, RunJson run)
    {
        if (target.Format == OutputFormat.Json)
        {
            ToolJson.WriteObject(target.Data, run);
            return;
        }

        ToolJson.WriteEvent(target.Data, "finding", run.Findings[0]);
        ToolJson.WriteEvent(target.Data, "summary", SummaryEvent.Of(run));
    }

    private static string PlaceOf(Finding finding) => finding.Path is null ? "" : SafeText.Visible(new TextPlace(finding.Path, finding.Line, finding.Column).Prefix);
}
