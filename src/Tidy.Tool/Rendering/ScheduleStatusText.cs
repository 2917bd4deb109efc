using System.Globalization;
using Tidy.Core.Scheduling;

namespace Tidy.Tool.Rendering;

/// <summary>Whether it will run, first; then by what one can tell. Times are those of the wall: so are the ones that a person gives.</summary>
internal sealed class ScheduleStatusText(ILines lines, ScheduleStatus status)
{
    public void Write(DateTimeOffset now)
    {
        WriteVerdict();
        lines.Line();
        if (status.Schedule is { } schedule)
        {
            lines.Line($"Starts     {SafeText.Visible(string.Join(' ', schedule.Wanted.Tool.RunBy(schedule.Backend)))}");
            lines.Line($"Installed  {Local(schedule.InstalledAt)}");
        }

        WriteLastRun(now);
        lines.Line($"Missed     {(status.Missed.Count == 0 ? "nothing" : $"{Measures.Count(status.Missed.Count, "time", "times")}, last on {Local(status.Missed[^1])}")}");
        WriteWorkspaces();
        lines.Line("Schedulers", Tone.Heading);
        foreach (SchedulerStatus scheduler in status.Schedulers)
            lines.Line($"  {scheduler.Name,-9} {Said(scheduler)}");
    }

    /// <summary>The answer, and what stands against it.</summary>
    public void WriteVerdict()
    {
        if (status.WillRun && status.Schedule is { } schedule)
        {
            string also = status.AlsoStarts is { } words ? $" and {words}" : "";
            lines.Line($"It will run by {schedule.Backend}: daily at {schedule.Wanted.At}{also}; next {Local(status.NextAt!.Value)}.", Tone.Good);
        }
        else
        {
            lines.Line("It will not run by itself.", Tone.Bad);
        }

        ScheduleOutput.WriteFindings(lines, status.Findings);
    }

    private void WriteLastRun(DateTimeOffset now)
    {
        if (status.LastRun is not { } run)
        {
            lines.Line("Last run   never");
            return;
        }

        string by = run.IsOfSystem ? SafeText.Visible(run.StartedBy) : "a person";
        string end = run.EndedAt is not { } ended ? "did not end, or is at work"
            : run.Workspaces.Count(w => w.IsFailure) is > 0 and var failed ? $"{failed} of {run.Workspaces.Count} workspaces not served"
            : $"all served, in {Measures.Span(ended - run.StartedAt)}";
        lines.Line($"Last run   {Local(run.StartedAt)} ({Measures.Ago(run.StartedAt, now)}), by {by}: {end}");
    }

    private void WriteWorkspaces()
    {
        lines.Line("Workspaces", Tone.Heading);
        if (status.Workspaces.Count == 0)
            lines.Line("  none");
        foreach (WorkspaceStatus workspace in status.Workspaces)
            ScheduleOutput.WriteRow(lines, workspace.Path, workspace.State == WorkspaceRunState.Done ? "ready" : ScheduleNames.Of(workspace.State), workspace.Last);
    }

    private static string Said(SchedulerStatus scheduler) => scheduler.State switch
    {
        Registration.AsWanted => "registered",
        Registration.Other => "registered, but not as it was installed",
        _ => scheduler.WhyNot is { } why ? $"not usable: {SafeText.Visible(why)}" : "not registered",
    };

    private static string Local(DateTimeOffset time) => time.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
