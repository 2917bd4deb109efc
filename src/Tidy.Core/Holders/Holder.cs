namespace Tidy.Core.Holders;

/// <summary>A process that has a file open. A pid alone is reused by the system; with the start time it is one process.</summary>
public sealed record Holder(int ProcessId, string Name, DateTimeOffset? StartedAt)
{
    public override string ToString() => $"{Name} ({ProcessId})";
}
