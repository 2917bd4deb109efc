using System.Globalization;

namespace Tidy.Benchmarks;

/// <summary>Runs the benchmarks one after the other and prints one Markdown table.</summary>
internal static class BenchmarkTable
{
    private static readonly IBenchmark[] All =
    [
        new StartBenchmark(), new MoveBenchmark(), new FailingMovesBenchmark(), new QueueLoadBenchmark(), new TreeBenchmark(), new BuildBenchmark(), new WatchBenchmark(),
    ];

    public static string Names => string.Join(", ", All.Select(b => b.Name));

    /// <returns>1 when a target was missed.</returns>
    public static int Print(BenchmarkOptions options)
    {
        using Scratch scratch = new();
        Programs programs = new(scratch, options.Tool);
        Console.WriteLine("| what | floor | tidy | median ratio | best ratio | target | met |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        bool isMet = true;
        foreach (IBenchmark benchmark in All.Where(b => options.Only is null || b.Name.StartsWith(options.Only, StringComparison.OrdinalIgnoreCase)))
        {
            foreach (Comparison row in benchmark.Run(scratch, programs, options.Rounds))
            {
                Print(row);
                isMet &= row.IsMet;
            }
        }

        return isMet ? 0 : 1;
    }

    private static void Print(Comparison row) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {row.What} | {row.Floor.Median:0.0#} {row.Unit} | {row.Tidy.Median:0.0#} {row.Unit} | {row.Ratio:0.00}x | {row.BestRatio:0.00}x | {row.Target} | {(row.IsMet ? "yes" : "NO")} |"));
}
