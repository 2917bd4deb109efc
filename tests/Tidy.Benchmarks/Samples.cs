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

    public int Count => values.Count;

    public double Worst => values.Max();

    /// <summary>The smallest value that so many of the values do not exceed.</summary>
    /// <param name="share">Above 0, up to 1.</param>
    public double Percentile(double share) => values.Order().ElementAt((int)Math.Ceiling(share * values.Count) - 1);

    /// <summary>One value that stands for many.</summary>
    public static Samples Of(double value)
    {
        Samples one = new();
        one.Add(value);
        return one;
    }

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
