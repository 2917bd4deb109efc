using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Tool.Annotations;
using Tidy.Tool.Json;
using Tidy.Tool.Sarif;

namespace Tidy.Tool.Rendering;

/// <summary>Prints that a command ended without a result: in the format that was asked for, so that a caller always can read it.</summary>
internal static class FailureReport
{
    public static void Write(FailureTarget target, string code, string message, ExitCode exit)
    {
        var finding = new Finding(code, FindingLevel.Error, Path: null, message);
        switch (target.Format)
        {
            case OutputFormat.Text or OutputFormat.Markdown:
                target.Console.Error.Write($"error {code}: {SafeText.Visible(message)}\n");
                break;
            case OutputFormat.Json or OutputFormat.JsonLines:
                WriteJson(target, finding, exit);
                break;
            case OutputFormat.Sarif:
                SarifReport.Write(target.Data, target.Root(), [finding], exit);
                break;
            default:
                target.Data.Write(AnnotationStyles.For(target.Format, target.Console, target.Root()).LineOf(finding, exit) + "\n");
                break;
        }
    }

    private static void WriteJson(FailureTarget target, Finding finding, ExitCode exit)
    {
        var run = RunJson.OfFailure(target.Command, target.Root(), finding, (target.Console.Clock.GetUtcNow(), exit));
        if (target.Format == OutputFormat.Json)
        {
            ToolJson.WriteObject(target.Data, run);
            return;
        }

        ToolJson.WriteEvent(target.Data, "finding", run.Findings[0]);
        ToolJson.WriteEvent(target.Data, "summary", SummaryEvent.Of(run));
    }
}
