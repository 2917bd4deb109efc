using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>A workspace with runs of known age in <c>.autonomous_runs</c>.</summary>
public sealed class RunsScene : IDisposable
{
    public const string Folder = ".autonomous_runs";

    /// <param name="runs">Members of the section <c>runs</c>.</param>
    /// <param name="rest">Further sections, each with a comma behind.</param>
    public RunsScene(string runs = "", string rest = "") => Bench = new Workbench($$"""{ {{rest}} "runs": { {{runs}} } }""");

    public Workbench Bench { get; }

    /// <summary>A file below the folder of the runs; folders made for it are as old, unless they were there.</summary>
    public string Write(string path, double days, string content = "content")
    {
        string full = $"{Folder}/{path}";
        List<string> made = Missing(Path.GetDirectoryName(full)!);
        File.SetLastWriteTimeUtc(Bench.Write(full, content), Ago(days));
        made.ForEach(folder => Directory.SetLastWriteTimeUtc(Bench.At(folder), Ago(days)));
        return Bench.At(full);
    }

    /// <summary>An empty folder below the folder of the runs; what is made or changed for it above is as old.</summary>
    public void MakeFolder(string path, double days)
    {
        string full = $"{Folder}/{path}";
        Directory.CreateDirectory(Bench.At(full));
        for (string? at = full; at != Folder; at = Path.GetDirectoryName(at)!.Replace('\\', '/'))
            Directory.SetLastWriteTimeUtc(Bench.At(at), Ago(days));
    }

    /// <summary>For after a change in a folder that is to be old.</summary>
    public void Age(string path, double days) => Directory.SetLastWriteTimeUtc(Bench.At($"{Folder}/{path}"), Ago(days));

    /// <summary>Runs with one file each: number 1 is as old as the number of runs in days (and 10 more), the last the youngest.</summary>
    public void WriteRuns(string prefix, int count)
    {
        for (int i = 1; i <= count; i++)
            Write($"{prefix}{i}/run.log", 10 + count - i);
    }

    public DateTime Ago(double days) => Bench.Clock.Now.AddDays(-days).UtcDateTime;

    /// <summary>What a plan has, as lines such as <c>move run-1</c> and <c>remove run-2/empty</c>, with the status where that is not planned.</summary>
    public string Plan(TimeSpan minAge = default) =>
        Lines(Bench.Run(RunCommand.Plan, request => request with { MinAge = minAge }));

    public Outcome Planned(string path) =>
        Bench.Plan().Entries.Single(e => e.Entry.Source.Equals(WorkspacePath.Parse($"{Folder}/{path}")));

    public static string Lines(RunResult result) => string.Join("; ", result.Entries.Select(Line));

    public void Dispose() => Bench.Dispose();

    private static string Line(Outcome outcome)
    {
        string action = outcome.Entry.Action == PlanAction.RemoveEmptyDir ? "remove" : "move";
        string path = outcome.Entry.Source.Value.Replace(Folder + "/", "", StringComparison.Ordinal);
        return outcome.Status == EntryStatus.Planned ? $"{action} {path}" : $"{outcome.Status} {path}";
    }

    private List<string> Missing(string folder)
    {
        List<string> missing = [];
        for (string? at = folder; !string.IsNullOrEmpty(at) && !Bench.Exists(at); at = Path.GetDirectoryName(at))
            missing.Add(at);
        return missing;
    }
}
