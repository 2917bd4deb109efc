using Tidy.Core;
using Tidy.Core.Scheduling;

namespace Tidy.Tool.Json;

/// <summary>The one object of <c>schedule install|uninstall --format json</c>.</summary>
internal sealed record ScheduleChangeJson(int SchemaVersion, string Command, string[] Workspaces, ScheduleStepJson[] Steps, FindingJson[] Findings, int ExitCode)
{
    public static ScheduleChangeJson Of(string command, ScheduleChange change, ExitCode exit)
    {
        IEnumerable<ScheduleStepJson> list = change.List is { } file ? [ScheduleStepJson.Of(null, file)] : [];
        IEnumerable<ScheduleStepJson> steps = change.Steps.SelectMany(s => s.Steps.Select(step => ScheduleStepJson.Of(s.Scheduler, step)));
        return new ScheduleChangeJson(RunJson.Version, command, [.. change.After.Workspaces.Select(w => w.Path)], [.. list, .. steps], [.. change.Failures.Select(FindingJson.Of)], (int)exit);
    }
}
