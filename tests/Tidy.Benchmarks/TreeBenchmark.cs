namespace Tidy.Benchmarks;

/// <summary>A plan of a workspace with a million files in its documentation and archive, against listing and stat-ing the same folders.</summary>
/// <remarks>Duplicates are not looked for: to read a million files has no such floor.</remarks>
internal sealed class TreeBenchmark : IBenchmark
{
    private const int Documents = 500_000;
    private const int ArchiveFolders = 500;
    private const int FilesInArchiveFolder = 1_000;
    private const double MaxRatio = 2;
    private const double MaxMemory = 160;

    private const string Configuration =
        """
        {
          "docs": { "allow": ["*_GUIDE.md"], "mode": "reduce" },
          "archive": { "index": true, "buckets": ["logs"], "retention": { "olderThan": "3650d", "action": "report" } }
        }
        """;

    public string Name => "tree";

    public IEnumerable<Comparison> Run(Scratch scratch, Programs programs, int rounds)
    {
        string workspace = Make(scratch);
        Samples floor = new(), tidy = new(), floorMemory = new(), tidyMemory = new();
        for (int i = -1; i < rounds; i++)
        {
            double bare = Programs.Time(programs.Floor, Floor.LookMode, Path.Combine(workspace, "docs"), Path.Combine(workspace, "archive"));
            double plan = Programs.Time(programs.Tool, "plan", "--workspace", workspace);
            if (i < 0)
                continue; // the folders were not in the system's cache yet
            floor.Add(bare);
            tidy.Add(plan);
        }

        yield return new Comparison("Planning with 1,000,000 files in docs and archive", floor, tidy, MaxRatio);
        floorMemory.Add(PeakMemory.Of(programs, programs.Floor, Floor.LookMode, Path.Combine(workspace, "docs"), Path.Combine(workspace, "archive")));
        tidyMemory.Add(PeakMemory.Of(programs, programs.Tool, "plan", "--workspace", workspace));
        Scratch.Remove(workspace);
        yield return new Comparison("The same, peak memory", floorMemory, tidyMemory, MaxRatio: null) { Unit = "MiB", MaxValue = MaxMemory };
    }

    private static string Make(Scratch scratch)
    {
        string workspace = scratch.NewFolder("tree");
        File.WriteAllText(Path.Combine(workspace, "tidy.json"), Configuration);
        Console.Error.WriteLine("making 1,000,000 files ...");
        string docs = Directory.CreateDirectory(Path.Combine(workspace, "docs")).FullName;
        for (int i = 0; i < Documents; i++)
            Touch(docs, $"CHAPTER_{i:000000}_GUIDE.md");
        for (int folder = 0; folder < ArchiveFolders; folder++)
        {
            string path = Directory.CreateDirectory(Path.Combine(workspace, "archive", "logs", $"run-{folder:000}")).FullName;
            for (int i = 0; i < FilesInArchiveFolder; i++)
                Touch(path, $"build-output-{i:0000}.log");
        }

        return workspace;
    }

    private static void Touch(string folder, string name) => File.OpenHandle(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write).Dispose();
}
