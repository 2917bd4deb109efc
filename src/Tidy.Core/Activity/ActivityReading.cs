namespace Tidy.Core.Activity;

/// <param name="Totals">Of all runs since <see cref="ActivityTotals.Since"/>: of those below, and of older ones.</param>
/// <param name="Runs">The newer ones, oldest first.</param>
public sealed record ActivityReading(ActivityTotals Totals, IReadOnlyList<RunActivity> Runs);
