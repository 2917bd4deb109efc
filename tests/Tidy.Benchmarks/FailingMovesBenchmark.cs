namespace Tidy.Benchmarks;

/// <summary>Files in use cost the same whether there are many or few: ten times as many take at most twelve times as long.</summary>
internal sealed class FailingMovesBenchmark : IBenchmark
{
    private const int Few = 1000, Many = 10_000;
    private const double MaxRatio = 12;

    public string Name => "failing";

    public IEnumerable<Comparison> Run(Scratch scratch, Programs programs, int rounds)
    {
        Samples few = new(), many = new(), fewAgain = new(), manyAgain = new();
        for (int i = 0; i < rounds; i++)
        {
            Measure(scratch, programs, Few, few, fewAgain);
            Measure(scratch, programs, Many, many, manyAgain);
        }

        yield return new Comparison("Queueing 10,000 files in use, against 1,000", few, many, MaxRatio);
        yield return new Comparison("Finding 10,000 queued files still in use, against 1,000", fewAgain, manyAgain, MaxRatio);
    }

    private static void Measure(Scratch scratch, Programs programs, int files, Samples first, Samples again)
    {
        string workspace = scratch.NewWorkspace(files);
        using (new HeldFiles(programs, workspace))
        {
            Programs.Output("sync");
            first.Add(Programs.Time(programs.Tool, "apply", "--workspace", workspace));
            again.Add(Programs.Time(programs.Tool, "apply", "--workspace", workspace));
        }

        if (Directory.GetFiles(workspace, "*.log").Length != files)
            throw new InvalidOperationException("A file in use was moved.");
        Scratch.Remove(workspace);
    }
}
