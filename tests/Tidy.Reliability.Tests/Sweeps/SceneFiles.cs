using Tidy.Core.Configuration;
using Tidy.Core.Tests;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Sweeps;

/// <summary>
/// The files that every scene starts from: something for each phase and each action, and a queue. Made once and copied by another program: a
/// process that some other test starts has our open files for a moment, so a file that this process has just written may count as in use.
/// </summary>
internal sealed class SceneFiles : IDisposable
{
    public const string Held = "held.log";

    private const string ConfigText =
        """
        {
          "version": 1,
          "rules": [
            { "id": "logs", "match": ["*.log"], "to": "archive/logs/" },
            { "id": "results", "match": ["TestResults/"], "to": "archive/results/" },
            { "id": "notes", "match": ["*.txt"], "to": "archive/notes/", "conflict": "deduplicate" },
            { "id": "names", "match": ["*.name"], "to": "archive/names/", "conflict": "fail" }
          ],
          "migrations": [ { "from": "organizer/", "to": "tools/organizer/" } ],
          "docs": { "truthSources": ["HISTORY.md"] },
          "runs": { "keepLast": 1, "minAge": "1d" },
          "archive": { "buckets": ["logs", "notes", "reports"], "deduplicate": true, "index": true, "retention": { "olderThan": "180d", "action": "compress" } },
          "required": ["docs/adr/"]
        }
        """;

    public static TidyConfig Config { get; } = ConfigReader.Parse(ConfigText, "tidy.json");

    /// <summary>Each file with its age in days; files of one content after <c>=</c> are duplicates.</summary>
    private static readonly string[] Names =
    [
        "a.log 3", "b.log 3", "archive/logs/b.log 5", "c.log 3", Held + " 3", "TestResults/one.trx 3", "TestResults/deep/two.trx 3",
        "twin.txt 3 =twin", "archive/notes/twin.txt 9 =twin", "note.txt 3",
        "organizer/main.py 3", "organizer/same.py 3 =same", "tools/organizer/same.py 4 =same", "organizer/lib/util.py 3",
        ".autonomous_runs/build-1/run.log 30", ".autonomous_runs/build-2/run.log 20", ".autonomous_runs/build-3/run.log 10",
        "archive/logs/old.log 400", "archive/logs/copy-1.log 8 =copy", "archive/logs/copy-2.log 7 =copy", "docs/guide.md 3", "src/Program.cs 3",
    ];

    private readonly LiveWorkspace template = new(ConfigText);

    public SceneFiles()
    {
        Write("archive/names/taken.name", 5, "archive/names/taken.name");
        Write("taken.name", 5, "taken.name");
        QueueTwoFiles();
        foreach (string[] file in Names.Select(n => n.Split(' ')))
            Write(file[0], int.Parse(file[1]), file.ElementAtOrDefault(2) ?? file[0]);
        Directory.CreateDirectory(template.At(".autonomous_runs/build-3/empty"));
    }

    public void CopyTo(string folder) => Programs.Run("cp", "-a", template.FullPath + "/.", folder);

    public void Dispose() => template.Dispose();

    /// <summary>They are free again when the scenes begin. The third in the queue needs a person: its name is taken.</summary>
    private void QueueTwoFiles()
    {
        using FileHolder first = FileHolder.Start("read", Write("retry.log", 3, "retry.log"));
        using FileHolder second = FileHolder.Start("read", Write("again.log", 3, "again.log"));
        template.Tidy("apply", "--phase", "root").AssertExit(3);
    }

    private string Write(string name, int days, string content)
    {
        string path = template.Write(name, content + "\n");
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.Date.AddDays(-days));
        return path;
    }
}
