namespace Tidy.Benchmarks;

/// <summary>A floor and the tool, measured in turns in one run of the program.</summary>
internal interface IBenchmark
{
    /// <summary>For <c>--only</c>.</summary>
    string Name { get; }

    IEnumerable<Comparison> Run(Scratch scratch, Programs programs, int rounds);
}
