using System.Globalization;

namespace Tidy.Benchmarks;

/// <param name="Rounds">How often each pair of runs is measured; the table shows the medians.</param>
/// <param name="Only">The benchmarks whose name starts so, or null for all.</param>
/// <param name="Tool">A folder with a published tool to measure instead of this source, to compare versions; or null.</param>
internal sealed record BenchmarkOptions(int Rounds, string? Only, string? Tool)
{
    public static BenchmarkOptions? Parse(string[] args)
    {
        BenchmarkOptions options = new(5, null, null);
        for (int i = 0; i < args.Length; i += 2)
        {
            string? value = i + 1 < args.Length ? args[i + 1] : null;
            BenchmarkOptions? next = args[i] switch
            {
                "--rounds" when int.TryParse(value, CultureInfo.InvariantCulture, out int rounds) && rounds > 0 => options with { Rounds = rounds },
                "--only" when value is not null => options with { Only = value },
                "--tool" when Directory.Exists(value) => options with { Tool = Path.GetFullPath(value) },
                _ => null,
            };
            if (next is null)
                return null;
            options = next;
        }

        return options;
    }
}
