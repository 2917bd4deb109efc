namespace Tidy.Core.Configuration;

/// <summary>The keys of <c>runs</c>.</summary>
internal static class RunsKeys
{
    public static readonly Key<RunsConfig>[] All =
    [
        new("path", (runs, ref json) => runs with { Path = json.Folder().TrimEnd('/') }),
        new("match", (runs, ref json) => runs with { Match = json.FolderPatterns() }),
        new("keepLast", (runs, ref json) => runs with { KeepLast = json.NotNegative() }),
        new("minAge", (runs, ref json) => runs with { MinAge = json.Span() }),
        new("protect", (runs, ref json) => runs with { Protect = json.FolderPatterns() }),
        new("archiveTo", (runs, ref json) => runs with { ArchiveTo = json.Folder() }),
        new("orphans", (runs, ref json) => runs with { Orphans = json.Patterns() }),
        new("orphansTo", (runs, ref json) => runs with { OrphansTo = json.Folder() }),
        new("baselines", (runs, ref json) => runs with { Baselines = json.Patterns() }),
    ];
}
