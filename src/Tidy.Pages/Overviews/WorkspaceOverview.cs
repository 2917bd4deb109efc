namespace Tidy.Pages.Overviews;

/// <summary>
/// What there is to see of a workspace: its queue, its runs, its health. Data only; <see cref="OverviewJson"/> writes it, the page shows it. It has
/// no absolute path: what is shown may be kept as an artifact of a build that many can read.
/// </summary>
public sealed record WorkspaceOverview
{
    public const int Version = 1;

    public int SchemaVersion { get; init; } = Version;

    public string Command { get; init; } = "report";

    /// <summary>The name of the workspace's folder.</summary>
    public required string Workspace { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Of the program that read it.</summary>
    public required string ToolVersion { get; init; }

    public required HealthOverview Health { get; init; }

    public required QueueOverview Queue { get; init; }

    /// <summary>What a person should look at first comes first; <see cref="QueueOverview.Total"/> tells whether these are all.</summary>
    public required IReadOnlyList<ItemOverview> Items { get; init; }

    /// <summary>Tries of queued files, the oldest first.</summary>
    public required IReadOnlyList<AttemptOverview> Attempts { get; init; }

    /// <summary>The last <see cref="DayOverview.Shown"/> days, the oldest first, also those without a run.</summary>
    public required IReadOnlyList<DayOverview> Days { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<RunOverview> Runs { get; init; }

    public required WaitOverview Waits { get; init; }
}
