namespace Tidy.Core.Metrics;

/// <summary>One value of a metric for one workspace.</summary>
/// <param name="Labels">Besides the workspace's; the same names for all values of a metric.</param>
public sealed record Sample(double Value, params IReadOnlyList<Label> Labels);
