namespace Tidy.Benchmarks;

/// <summary>What it costs to start the tool when there is nothing to do, against a .NET program that only returns.</summary>
internal sealed class StartBenchmark : IBenchmark
{
    /// <summary>Starts are short and the machine is never quite still: each round is several.</summary>
    private const int StartsPerRound = 5;

    public string Name => "start";

    public IEnumerable<Comparison> Run(Scratch scratch, Programs programs, int rounds)
    {
        string workspace = scratch.NewWorkspace(strays: 0);
        Samples bare = new(), help = new(), plan = new(), apply = new();
        for (int i = -1; i < rounds * StartsPerRound; i++)
        {
            bool isWarmUp = i < 0;
            Add(bare, isWarmUp, Programs.Time(programs.Bare));
            Add(help, isWarmUp, Programs.Time(programs.Tool, "--help"));
            Add(plan, isWarmUp, Programs.Time(programs.Tool, "plan", "--workspace", workspace));
            Add(apply, isWarmUp, Programs.Time(programs.Tool, "apply", "--workspace", workspace));
        }

        yield return new Comparison("Start: --help", bare, help, 2.5);
        yield return new Comparison("Start: plan, tidy workspace", bare, plan, 3.5);
        yield return new Comparison("Start: apply, tidy workspace", bare, apply, 3.5);
    }

    private static void Add(Samples samples, bool isWarmUp, double value)
    {
        if (!isWarmUp)
            samples.Add(value);
    }
}
