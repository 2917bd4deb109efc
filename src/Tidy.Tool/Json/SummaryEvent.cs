namespace Tidy.Tool.Json;

/// <summary>Last line of <c>--format jsonl</c>: the JSON object without what was streamed before.</summary>
internal sealed record SummaryEvent
{
    public required int SchemaVersion { get; init; }

    public required string Command { get; init; }

    public required string? RunId { get; init; }

    public required string? WorkspaceRoot { get; init; }

    public required DateTime StartedAt { get; init; }

    public required long DurationMs { get; init; }

    public required QueueJson Queue { get; init; }

    public required int ExitCode { get; init; }

    public static SummaryEvent Of(RunJson run) => new()
    {
        SchemaVersion = run.SchemaVersion,
        Command = run.Command,
        RunId = run.RunId,
        WorkspaceRoot = run.WorkspaceRoot,
        StartedAt = run.StartedAt,
        DurationMs = run.DurationMs,
        Queue = run.Queue,
        ExitCode = run.ExitCode,
    };
}
