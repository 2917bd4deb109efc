using Tidy.Core.Queue;
using Tidy.Core.Tests;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Volumes;

/// <summary>
/// A workspace with every kind of work for one run: moves, duplicates, a migration, compressing, folders that go and are made, a file to be
/// made, an index, moves that wait in the queue, one that is to be queued, and old runs to be forgotten. What waits and is lost from the queue
/// stays where it is: no rule names it.
/// </summary>
internal static class BusyWorkspace
{
    public const int Logs = 80;

    /// <summary>Of each other kind of file.</summary>
    public const int Some = 5;

    /// <summary>A run that has all of it to do.</summary>
    public static readonly string[] Apply = ["apply", "--repair"];

    /// <summary>Without the probe: a process that another test starts has copies of our open files for a moment, and so "uses" what was just written.</summary>
    private static readonly string Config =
        $$"""
        {
          "version": 1, "inUse": "off",
          "rules": [
            { "id": "logs", "match": ["*.log"], "to": "archive/logs/" },
            { "id": "texts", "match": ["*.txt"], "to": "archive/texts/" },
            { "id": "fixed", "match": ["*.fix"], "to": "fixed/", "conflict": "fail" }
          ],
          "migrations": [ { "from": "old/", "to": "new/", "conflict": "deduplicate" } ],
          "archive": { "deduplicate": true, "index": true, "retention": { "olderThan": "100d", "action": "compress" } },
          "required": [ "src/", { "path": "READ.me", "template": "{{Payload.Text("made").ReplaceLineEndings("\\n")}}" } ],
          "journal": { "keepLast": 1 }
        }
        """;

    private static readonly Lazy<Undisturbed> Known = new(RunUndisturbed);

    public static Undisturbed Reference => Known.Value;

    /// <summary>Writes what the run finds.</summary>
    /// <param name="beforeLast">Makes that durable, before the last files are made, which are not.</param>
    public static void Make(string folder, Action beforeLast)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "tidy.json"), Config);
        for (int i = 0; i < Logs; i++)
            Write(folder, $"file-{i}.log", isOld: i % 10 == 0);
        for (int i = 0; i < Some; i++)
            WriteOneOfEach(folder, i);
        Write(folder, "taken.fix");
        Write(folder, "fixed/taken.fix", "in the way");
        Write(folder, "held.log");
        Queued.Put(folder, PendingStatus.Pending, [.. Numbers.Select(i => ($"waiting-{i}.dat", $"archive/waited/waiting-{i}.dat"))]);
        Queued.Put(folder, PendingStatus.Held, ("held.log", "archive/logs/held.log"));
        beforeLast();
        foreach (int i in Numbers) // the equal file that stays is the one that a power cut would take
            Write(folder, $"new/late-{i}.txt", $"old/late-{i}.txt");
    }

    private static IEnumerable<int> Numbers => Enumerable.Range(0, Some);

    private static void WriteOneOfEach(string folder, int i)
    {
        Write(folder, $"waiting-{i}.dat");
        Write(folder, $"old/{i}/moved.txt");
        Write(folder, $"old/late-{i}.txt");
        Write(folder, $"first-{i}.txt");
        Write(folder, $"second-{i}.txt", $"first-{i}.txt");
        Write(folder, $".autonomous_runs/tidy/runs/202001{i + 1:00}-000000000-abcd/before-1", "kept by an old run");
    }

    private static void Write(string folder, string path, string? name = null, bool isOld = false)
    {
        string full = Path.Combine(folder, path);
        Payload.Write(full, name ?? path, isOld ? 20_000 : 3);
        File.SetLastWriteTimeUtc(full, DateTime.UtcNow.Date.AddDays(isOld ? -200 : -10).AddSeconds(path.Length));
    }

    private static Undisturbed RunUndisturbed()
    {
        using TemporaryWorkspace workspace = new();
        Make(workspace.FullPath, () => { });
        WorkspaceState before = WorkspaceState.In(workspace.FullPath);
        ToolProcess.Run(workspace.FullPath, Apply).AssertExit(3); // one item needs a person
        WorkspaceState tidy = WorkspaceState.In(workspace.FullPath);
        ToolProcess.Run(workspace.FullPath, "undo").AssertExit(3);
        return new Undisturbed(before, tidy, WorkspaceState.In(workspace.FullPath));
    }
}
