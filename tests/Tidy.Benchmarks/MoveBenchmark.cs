namespace Tidy.Benchmarks;

/// <summary>10,000 files, moved by the tool and by the least that could move them as safely.</summary>
internal sealed class MoveBenchmark : IBenchmark
{
    private const int Files = 10_000;
    private const double MaxRatio = 1.5;

    public string Name => "move";

    public IEnumerable<Comparison> Run(Scratch scratch, Programs programs, int rounds)
    {
        Samples floor = new(), tidy = new(), floorStart = new(), tidyStart = new();
        for (int i = 0; i < rounds; i++)
        {
            floorStart.Add(Programs.Time(programs.Floor, Tidy.Benchmarks.Floor.StartMode));
            tidyStart.Add(Programs.Time(programs.Tool, "--version"));
            floor.Add(Fresh(scratch, folder => Programs.Time(programs.Floor, Tidy.Benchmarks.Floor.MoveMode, folder)));
            tidy.Add(Fresh(scratch, folder => Programs.Time(programs.Tool, "apply", "--workspace", folder)));
        }

        yield return new Comparison("Moving 10,000 files, whole process", floor, tidy, MaxRatio);
        yield return new Comparison("Moving 10,000 files, without process start", floor.Without(floorStart), tidy.Without(tidyStart), MaxRatio);
        yield return Memory(scratch, programs);
    }

    private static Comparison Memory(Scratch scratch, Programs programs)
    {
        Samples floor = new(), tidy = new();
        floor.Add(Fresh(scratch, folder => PeakMemory.Of(programs, programs.Floor, Tidy.Benchmarks.Floor.MoveMode, folder)));
        tidy.Add(Fresh(scratch, folder => PeakMemory.Of(programs, programs.Tool, "apply", "--workspace", folder)));
        return new Comparison("Moving 10,000 files, peak memory", floor, tidy, MaxRatio: null) { Unit = "MiB", MaxValue = 96 };
    }

    /// <summary>Measures on a new workspace whose files are on disk already: flushing their creation is nobody's cost.</summary>
    private static double Fresh(Scratch scratch, Func<string, double> measure)
    {
        string workspace = scratch.NewWorkspace(Files);
        Programs.Output("sync");
        double value = measure(workspace);
        string[] left = Directory.GetFiles(workspace, "*.log");
        if (left.Length > 0)
            throw new InvalidOperationException($"{left.Length} files were not moved.");
        Scratch.Remove(workspace);
        return value;
    }
}
