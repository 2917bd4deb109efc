namespace Tidy.Core.Configuration;

/// <summary>The clean-up of the folder in which tools and agents leave one folder a run.</summary>
public sealed record RunsConfig
{
    /// <summary>Workspace-relative, without a <c>/</c> at the end.</summary>
    public string Path { get; init; } = ".autonomous_runs";

    /// <summary>Patterns of the names of run folders, or none: then a name that ends in a number or a time is one.</summary>
    public IReadOnlyList<string> Match { get; init; } = [];

    /// <summary>Newest runs that stay, of each group of runs with the same name before the number.</summary>
    public int KeepLast { get; init; } = 10;

    /// <summary>What has anything younger in it stays.</summary>
    public TimeSpan MinAge { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Patterns of names that are left alone with all that is in them, empty folders too.</summary>
    public IReadOnlyList<string> Protect { get; init; } = [];

    /// <summary>Folder for old runs, ending in <c>/</c>; null for <c>runs/</c> in the archive.</summary>
    public string? ArchiveTo { get; init; }

    /// <summary>Patterns of files that no run owns because they lie beside the runs.</summary>
    public IReadOnlyList<string> Orphans { get; init; } = ["*.log", "*.jsonl"];

    /// <summary>Folder for orphans, ending in <c>/</c>; null for <c>diagnostics/logs/</c> in the archive.</summary>
    public string? OrphansTo { get; init; }

    /// <summary>Patterns of baselines: of the files of one pattern the newest stays, the others are superseded.</summary>
    public IReadOnlyList<string> Baselines { get; init; } = ["baselines_*.zip"];
}
