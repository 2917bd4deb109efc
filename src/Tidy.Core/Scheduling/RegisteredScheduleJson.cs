namespace Tidy.Core.Scheduling;

/// <summary><see cref="RegisteredSchedule"/> as <c>workspaces.json</c> has it.</summary>
internal sealed record RegisteredScheduleJson(string Backend, string At, bool AtLogon, DateTimeOffset InstalledAt, ToolCommand Tool)
{
    public static RegisteredScheduleJson Of(RegisteredSchedule schedule) =>
        new(schedule.Backend, schedule.Wanted.At.ToString(), schedule.Wanted.AtLogon, schedule.InstalledAt, schedule.Wanted.Tool);

    /// <returns>What is wrong with it, or null.</returns>
    public string? Problem => DailyTime.TryParse(At, out _) ? null : $"'{At}' is no time. {DailyTime.ValidValues}";

    /// <exception cref="FormatException">It has a <see cref="Problem"/>.</exception>
    public RegisteredSchedule ToSchedule() => DailyTime.TryParse(At, out DailyTime at)
        ? new RegisteredSchedule(Backend, new WantedSchedule(Tool, at, AtLogon), InstalledAt)
        : throw new FormatException(Problem);
}
