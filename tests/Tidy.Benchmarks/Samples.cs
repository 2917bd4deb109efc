namespace Tidy.Benchmarks;

/// <summary>What several rounds of one measurement came to.</summary>
internal sealed class Samples
{
    private readonly List<double> values = [];

    public double Median
    {
        get
        {
            double[] sorted = [.. values.Order()];
            int middle = sorted.Length / 2;
            return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }

    /// <summary>The least disturbed round.</summary>
    public double Best => values.Min();

    public void Add(double value) => values.Add(value);

    /// <summary>Every round less the median of <paramref name="start"/>: what is left when the start of a process is not counted.</summary>
    public Samples Without(Samples start)
    {
        Samples rest = new();
        foreach (double value in values)
            rest.Add(value - start.Median);
        return rest;
    }
}
