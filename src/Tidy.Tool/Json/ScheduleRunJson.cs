using Tidy.Core;
using Tidy.Core.Scheduling;

namespace Tidy.Tool.Json;

/// <summary>The one object of <c>schedule run --format json</c>.</summary>
/// <param name="Run">Null when another one was at work.</param>
internal sealed record ScheduleRunJson(int SchemaVersion, string Command, ScheduledRunJson? Run, int ExitCode)
{
    public static ScheduleRunJson Of(ScheduleRun? run, ExitCode exit) => new(RunJson.Version, "schedule run", run is null ? null : ScheduledRunJson.Of(run), (int)exit);
}
