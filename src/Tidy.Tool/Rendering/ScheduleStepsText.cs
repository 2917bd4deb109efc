using System.Text;
using Tidy.Core.Scheduling;

namespace Tidy.Tool.Rendering;

/// <summary>Exactly what would be written and run, for <c>--print</c>.</summary>
internal sealed class ScheduleStepsText(ILines lines)
{
    public void Write(ScheduleChange change)
    {
        if (change.IsNothing)
            lines.Line("Nothing would be done: all is as it should be.");
        if (change.List is { } list)
            Write("the list of workspaces", [list]);
        foreach (SchedulerSteps steps in change.Steps)
            Write(steps.Scheduler, steps.Steps);
        ScheduleOutput.WriteFindings(lines, change.Failures);
    }

    private void Write(string title, IReadOnlyList<ScheduleStep> steps)
    {
        lines.Line(title, Tone.Heading);
        foreach (ScheduleStep step in steps)
            Write(step);
        lines.Line();
    }

    private void Write(ScheduleStep step)
    {
        switch (step)
        {
            case FileWritten file:
                lines.Line($"  write   {SafeText.Visible(file.Path)}{(file.Encoding is UTF8Encoding ? "" : $" ({file.Encoding.WebName} with its mark)")}");
                WriteContent(file.Text);
                break;
            case FileGone file:
                lines.Line($"  remove  {SafeText.Visible(file.Path)}");
                break;
            case ProgramRun run:
                lines.Line($"  run     {SafeText.Visible(run.Command.ToString())}{(run.Command.Input.Length > 0 ? ", which reads" : "")}");
                WriteContent(Encoding.UTF8.GetString(run.Command.Input));
                break;
        }
    }

    private void WriteContent(string text)
    {
        foreach (string line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            if (text.Length > 0)
                lines.Line($"          {SafeText.Visible(line)}", Tone.Faint);
        }
    }
}
