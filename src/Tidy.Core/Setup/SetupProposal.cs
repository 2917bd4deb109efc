using Tidy.Core.Git;

namespace Tidy.Core.Setup;

/// <summary>What <c>init</c> would write into a repository. Nothing is written yet.</summary>
public sealed record SetupProposal
{
    /// <summary>Of the configuration that would be written.</summary>
    public IReadOnlyList<string> Presets { get; init; } = [];

    /// <summary>The text for <c>tidy.json</c>; null when there is one already.</summary>
    public string? Config { get; init; }

    /// <summary>What is to become of the schema for editors.</summary>
    public required SchemaState Schema { get; init; }

    /// <summary>A schema that is not there is of no use to a <c>tidy.json</c> that does not name it.</summary>
    public bool IsSchemaNamed { get; init; } = true;

    public bool WritesSchema => Schema == SchemaState.Outdated || (Schema == SchemaState.Missing && IsSchemaNamed);

    /// <summary>A person let builds apply in this clone already.</summary>
    public required bool BuildsMayApply { get; init; }

    /// <summary>What git said while this was made, so that the preview need not ask again; null when it was not asked.</summary>
    public TrackedFiles? Tracked { get; init; }

    /// <summary>Names of the files to be written.</summary>
    public IReadOnlyList<string> Files => [.. Config is null ? [] : (string[])[Workspaces.WorkspaceRoot.ConfigFileName], .. WritesSchema ? (string[])[SchemaFile.Name] : []];
}
