using System.Text.Json.Serialization;

namespace Tidy.Core.Scheduling;

/// <summary>What became of one workspace in a run of the schedule.</summary>
public enum WorkspaceRunState
{
    /// <summary>Served; files may be waiting in its queue.</summary>
    [JsonStringEnumMemberName("done")]
    Done,

    /// <summary>Somebody else was at work there.</summary>
    [JsonStringEnumMemberName("busy")]
    Busy,

    /// <summary>Its folder is gone.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,

    /// <summary>Its folder is gone, and the one around it: a drive that is not there now.</summary>
    [JsonStringEnumMemberName("away")]
    Away,

    /// <summary>Its <c>tidy.json</c> is gone or wrong, or the plan was beyond its limits.</summary>
    [JsonStringEnumMemberName("broken")]
    Broken,

    [JsonStringEnumMemberName("failed")]
    Failed,

    [JsonStringEnumMemberName("timed_out")]
    TimedOut,

    /// <summary>The time was up, or the run was cancelled, before its turn came.</summary>
    [JsonStringEnumMemberName("skipped")]
    Skipped,
}
