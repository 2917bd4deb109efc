using Tidy.Core.Platform;
using Tidy.Core.Rules;

namespace Tidy.Core.Configuration;

/// <summary>A configuration after all layers: presets, <c>tidy.json</c>, overrides. Immutable and valid.</summary>
public sealed record TidyConfig
{
    public RootConfig Root { get; init; } = new();

    /// <summary>In the order they are asked: those of <c>tidy.json</c>, then those of the presets in the order of <c>extends</c>.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    public QueueConfig Queue { get; init; } = new();

    public JournalConfig Journal { get; init; } = new();

    public TrackedFilesPolicy Tracked { get; init; }

    public InUsePolicy InUse { get; init; }

    /// <summary>Automatic runs (a build) leave younger files alone.</summary>
    public TimeSpan BuildMinAge { get; init; } = TimeSpan.FromHours(24);

    public LimitsConfig Limits { get; init; } = new();

    /// <summary>The folder <c>archive.path</c>: created with a <c>.gitignore</c> unless <see cref="CommitArchive"/>.</summary>
    public string ArchivePath { get; init; } = "archive";

    public bool CommitArchive { get; init; }

    /// <summary>Names of the presets in it, e.g. <c>dotnet</c>.</summary>
    public IReadOnlyList<string> Presets { get; init; } = [];

    /// <summary>Sections of the file whose phase this version does not have; a run says so.</summary>
    public IReadOnlyList<string> SectionsWithoutPhase { get; init; } = [];

    /// <summary>Absolute path of the file it was read from, or null when there is none.</summary>
    public string? File { get; init; }
}
