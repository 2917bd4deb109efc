namespace Tidy.Core.Configuration;

/// <summary>The keys of <c>runs</c>.</summary>
internal static class RunsKeys
{
    public static readonly KeyTable<RunsConfig> All = new(
        "Runs",
        new RunsConfig(),
        Key<RunsConfig>.Of("path", Values.FolderName, (runs, path) => runs with { Path = path }, runs => runs.Path,
            "The folder with the runs. Tidy's own state in it is never touched."),
        Key<RunsConfig>.Of("match", Values.List(Values.FolderPattern), (runs, patterns) => runs with { Match = patterns }, runs => runs.Match,
            "Patterns of the names of run folders. Without any, a folder is a run when its name ends in a number or a time after a `-`, `_` or `.`, or is nothing else. "
            + "A folder with a project in it is never one."),
        Key<RunsConfig>.Of("keepLast", Values.NotNegative, (runs, count) => runs with { KeepLast = count }, runs => runs.KeepLast,
            "Newest runs that stay of each group; a group is the name without the number or time."),
        Key<RunsConfig>.Of("minAge", Values.Span, (runs, age) => runs with { MinAge = age }, runs => runs.MinAge,
            "A run is as old as the newest file in it; younger ones stay, as do younger files and empty folders."),
        Key<RunsConfig>.Of("protect", Values.List(Values.FolderPattern), (runs, patterns) => runs with { Protect = patterns }, runs => runs.Protect,
            "Patterns of names, of folders and files, that are left alone with all that is in them."),
        Key<RunsConfig>.Of("archiveTo", Values.Folder, (runs, folder) => runs with { ArchiveTo = folder }, runs => runs.ArchiveTo,
            "Where old runs go, each as one folder; left out, `runs/` in the archive. A run in use stays."),
        Key<RunsConfig>.Of("orphans", Values.List(Values.Pattern), (runs, patterns) => runs with { Orphans = patterns }, runs => runs.Orphans,
            "Patterns of files that lie beside the runs and belong to none."),
        Key<RunsConfig>.Of("orphansTo", Values.Folder, (runs, folder) => runs with { OrphansTo = folder }, runs => runs.OrphansTo,
            "Where those go; left out, `diagnostics/logs/` in the archive."),
        Key<RunsConfig>.Of("baselines", Values.List(Values.Pattern), (runs, patterns) => runs with { Baselines = patterns }, runs => runs.Baselines,
            "Patterns of files of which only the newest counts; the others go to `superseded/` in the archive. None of them is an orphan."));
}
