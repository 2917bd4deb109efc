using System.Globalization;

namespace Tidy.Benchmarks;

/// <summary>One row of the table.</summary>
/// <param name="MaxRatio">The target: at most so many times the floor; null when <paramref name="MaxValue"/> is the target.</param>
internal sealed record Comparison(string What, Samples Floor, Samples Tidy, double? MaxRatio)
{
    public string Unit { get; init; } = "ms";

    /// <summary>The target where it is no ratio, in <see cref="Unit"/>.</summary>
    public double MaxValue { get; init; }

    public double Ratio => Tidy.Median / Floor.Median;

    public double BestRatio => Tidy.Best / Floor.Best;

    /// <summary>The median decides.</summary>
    public bool IsMet => MaxRatio is { } ratio ? Ratio <= ratio : Tidy.Median <= MaxValue;

    public string Target => MaxRatio is { } ratio
        ? string.Create(CultureInfo.InvariantCulture, $"{ratio:0.0}x")
        : string.Create(CultureInfo.InvariantCulture, $"{MaxValue:0} {Unit}");
}
