namespace Tidy.Reliability.Tests.Causes;

/// <summary>How often a move is tried and how long it waits, by its class: docs/locked-files.md in figures of its own, so that the two can differ.</summary>
/// <param name="Attempts">Until it ends, the first included.</param>
/// <param name="Base">Seconds after the first attempt; they double up to <paramref name="Cap"/>.</param>
/// <param name="AtTheBound">The status of an item that was tried that often.</param>
internal sealed record RetryTable(int Attempts, int Base, int Cap, string AtTheBound)
{
    private static readonly Dictionary<string, RetryTable> ByReason = new()
    {
        ["locked"] = new(10, 300, 86400, "abandoned"),
        ["permission"] = new(3, 60, 300, "needs_manual"),
        ["dest_exists"] = new(1, 0, 0, "needs_manual"),
    };

    private static readonly RetryTable Others = new(5, 600, 7200, "needs_manual");

    public static RetryTable For(string reason) => ByReason.GetValueOrDefault(reason, Others);

    public TimeSpan WaitAfter(int attempt) => TimeSpan.FromSeconds(Math.Min(Base << (attempt - 1), Cap));

    public string StatusAfter(int attempt) => attempt < Attempts ? "pending" : AtTheBound;
}
