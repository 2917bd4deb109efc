namespace Tidy.Tool.Json;

/// <summary>First line of <c>--format jsonl</c>: the plan is known, and how many of its entries will be carried out.</summary>
internal sealed record StartedEvent(int SchemaVersion, string Command, string RunId, string WorkspaceRoot, int Actions)
{
    public required string ToolVersion { get; init; }
}
