namespace Tidy.Benchmarks;

internal sealed class PlainHolder
{
    public int Pid { get; set; }

    public string? Name { get; set; }

    public DateTimeOffset? StartedAt { get; set; }
}
