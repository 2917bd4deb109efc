using Tidy.Core;
using Tidy.Tool.Annotations;
using Tidy.Tool.Commands;
using Tidy.Tool.Sarif;

namespace Tidy.Tool.Rendering;

/// <summary>Makes the report for a format.</summary>
internal static class RunReports
{
    /// <exception cref="TidyException">A run is not told in that format.</exception>
    public static IRunReport For(RunCommand command, ReportTarget target) => target.Format switch
    {
        OutputFormat.Json => new JsonReport(target.Data),
        OutputFormat.JsonLines => new JsonLinesReport(command, target),
        OutputFormat.Markdown => new MarkdownReport(target.Data, Observer(target)),
        OutputFormat.Sarif => new SarifReport(target.Data),
        OutputFormat.GitHub or OutputFormat.Azure or OutputFormat.MSBuild => new AnnotationReport(target),
        OutputFormat.Html => throw Invocation.NoSuchFormat("text, json, jsonl, markdown, github, azure, msbuild, sarif"),
        _ => new TextReport(target, Observer(target)),
    };

    private static IRunObserver Observer(ReportTarget target) => target.Verbose ? new StepLines(target.Console.Error, Progress(target)) : Progress(target);

    private static IRunObserver Progress(ReportTarget target) =>
        target is { Quiet: false, Console: { ErrorIsTerminal: true, AllowsColor: true } } ? new ProgressLine(target.Console) : SilentObserver.Instance;
}
