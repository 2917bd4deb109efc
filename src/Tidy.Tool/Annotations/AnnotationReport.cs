using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Annotations;

/// <summary>A run for a build system: a line for each finding, and one plain line that sums up.</summary>
internal sealed class AnnotationReport(ReportTarget target) : IRunReport
{
    public IRunObserver Observer => SilentObserver.Instance;

    public void Finish(RunResult result, ExitCode exit)
    {
        IAnnotationStyle style = AnnotationStyles.For(target.Format, target.Console, target.Root.FullPath);
        foreach (Finding finding in RunFindings.Of(result))
        {
            if (!target.Quiet || finding.Level != FindingLevel.Note)
                target.Data.Write(style.LineOf(finding, exit) + "\n");
        }

        target.Data.Write($"dotnet tidy {WireNames.Of(result.Command)}: {new RunView(result).Summary}\n");
    }
}
