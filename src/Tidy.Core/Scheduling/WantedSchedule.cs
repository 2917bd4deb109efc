namespace Tidy.Core.Scheduling;

/// <summary>What a scheduler of the system is to do.</summary>
/// <param name="At">Each day.</param>
/// <param name="AtLogon">Also when the person logs on, or (cron) when the machine starts: after that nothing holds what was locked.</param>
public sealed record WantedSchedule(ToolCommand Tool, DailyTime At, bool AtLogon);
