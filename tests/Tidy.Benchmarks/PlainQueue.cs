namespace Tidy.Benchmarks;

/// <summary>The queue file as the plainest objects that hold it.</summary>
internal sealed class PlainQueue
{
    public int SchemaVersion { get; set; }

    public string? QueueId { get; set; }

    public string? CreatedAt { get; set; }

    public string? UpdatedAt { get; set; }

    public string? WorkspaceRoot { get; set; }

    public Dictionary<string, double>? Defaults { get; set; }

    public List<PlainItem>? Items { get; set; }
}
