using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Core.Scheduling;
using Tidy.Tool.Commands;
using Tidy.Tool.Json;

namespace Tidy.Tool.Rendering;

/// <summary>What the commands of the schedule print alike.</summary>
internal static class ScheduleOutput
{
    public static void WriteJson(Invocation call, string command, ScheduleChange change, ExitCode exit) =>
        ToolJson.WriteObject(call.Data, ScheduleChangeJson.Of(command, change, exit));

    public static void WriteFindings(ILines lines, IReadOnlyList<Finding> findings)
    {
        foreach (Finding finding in findings)
            FindingText.WriteOne(lines, finding);
    }

    /// <param name="last">The last run there, or null.</param>
    public static void WriteRow(ILines lines, string path, string state, WorkspaceRun? last)
    {
        lines.Add($"  {state,-9} ", state is "done" or "ready" ? Tone.Good : Tone.Warning).Add(SafeText.Visible(path));
        if (last is { State: WorkspaceRunState.Done })
            lines.Add($"  {last.Moved} moved, {last.Pending} waiting", Tone.Faint);
        else if (last?.Message is { } message)
            lines.Add($"  {SafeText.Visible(message)}", Tone.Faint);
        lines.End();
    }
}
