using System.Globalization;

namespace Tidy.Reliability.Tests;

/// <summary>
/// What a suite leaves to chance, so that every CI run tries something else; the seed is in every message, and <c>TIDY_SEED</c> repeats it.
/// With <c>TIDY_SWEEP=full</c> nothing is left to chance: every point of a sweep is tried.
/// </summary>
internal static class Chance
{
    public static int Seed { get; } =
        Environment.GetEnvironmentVariable("TIDY_SEED") is { Length: > 0 } seed ? int.Parse(seed, CultureInfo.InvariantCulture) : Random.Shared.Next();

    /// <summary>Every point of every sweep, which takes longer than CI has.</summary>
    public static bool Everything { get; } = Environment.GetEnvironmentVariable("TIDY_SWEEP") == "full";

    /// <summary>To add to what a failed test says.</summary>
    public static string Repeat => $"(TIDY_SEED={Seed} repeats it)";

    /// <summary>All <paramref name="points"/> of a full sweep; else <paramref name="most"/> of them, others for each seed, in their order.</summary>
    /// <param name="suite">Keeps two suites that have the same seed from the same choice.</param>
    public static IReadOnlyList<T> Sample<T>(string suite, IReadOnlyList<T> points, int most)
    {
        if (Everything || points.Count <= most)
            return points;
        int[] chosen = [.. Enumerable.Range(0, points.Count)];
        For(suite).Shuffle(chosen);
        return [.. chosen.Take(most).Order().Select(n => points[n])];
    }

    /// <summary>Its own numbers for each suite, whatever the order that tests run in.</summary>
    public static Random For(string suite) => new(HashCode(suite));

    /// <summary>The same in every process, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static int HashCode(string suite) => suite.Aggregate(Seed, (hash, letter) => unchecked((hash * 31) + letter));
}
