using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Rules;

namespace Tidy.Core.Configuration;

/// <summary>A configuration after all layers: presets, <c>tidy.json</c>, overrides. Immutable and valid.</summary>
public sealed record TidyConfig
{
    public RootConfig Root { get; init; } = new();

    /// <summary>In the order they are asked: those of <c>tidy.json</c>, then those of the presets in the order of <c>extends</c>.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    public QueueConfig Queue { get; init; } = new();

    public HealthThresholds Health { get; init; } = new();

    public JournalConfig Journal { get; init; } = new();

    public TrackedFilesPolicy Tracked { get; init; }

    public InUsePolicy InUse { get; init; }

    /// <summary>Automatic runs (a build) leave younger files alone.</summary>
    public TimeSpan BuildMinAge { get; init; } = TimeSpan.FromHours(24);

    public LimitsConfig Limits { get; init; } = new();

    public IReadOnlyList<Migration> Migrations { get; init; } = [];

    /// <summary>Null: nobody asked to look after the documentation.</summary>
    public DocsConfig? Docs { get; init; }

    /// <summary>Null: nobody asked to clean up after runs.</summary>
    public RunsConfig? Runs { get; init; }

    public ArchiveConfig Archive { get; init; } = new();

    /// <summary>What the workspace must have.</summary>
    public IReadOnlyList<RequiredEntry> Required { get; init; } = [];

    /// <summary>Names of the presets in it, e.g. <c>dotnet</c>.</summary>
    public IReadOnlyList<string> Presets { get; init; } = [];

    /// <summary>Absolute path of the file it was read from, or null when there is none.</summary>
    public string? File { get; init; }
}
