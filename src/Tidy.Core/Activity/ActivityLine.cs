using System.Text.Json;

namespace Tidy.Core.Activity;

/// <summary>One line of <c>activity.jsonl</c>: a run, or in the first line the sums of the runs whose lines were cut away.</summary>
internal sealed record ActivityLine
{
    /// <summary>No run takes as long; all that fit into the file together are a time still.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromDays(30);

    public string? Run { get; init; }

    public string? Command { get; init; }

    public DateTimeOffset? At { get; init; }

    public long Ms { get; init; }

    public int Exit { get; init; }

    public int Moved { get; init; }

    public int Removed { get; init; }

    public int Queued { get; init; }

    public int Failed { get; init; }

    public long Bytes { get; init; }

    public long WorkspaceWaitMs { get; init; }

    public long QueueWaitMs { get; init; }

    public bool GaveUp { get; init; }

    public IReadOnlyList<AttemptLine>? Attempts { get; init; }

    public TotalsLine? Totals { get; init; }

    public static ActivityLine Of(RunActivity run) => new()
    {
        Run = run.RunId,
        Command = run.Command,
        At = run.StartedAt,
        Ms = (long)run.Duration.TotalMilliseconds,
        Exit = (int)run.Exit,
        Moved = run.Moved,
        Removed = run.Removed,
        Queued = run.Queued,
        Failed = run.Failed,
        Bytes = run.Bytes,
        WorkspaceWaitMs = (long)run.WaitedForWorkspace.TotalMilliseconds,
        QueueWaitMs = (long)run.WaitedForQueue.TotalMilliseconds,
        GaveUp = run.GaveUp,
        Attempts = run.Attempts.Count == 0 ? null : [.. run.Attempts.Select(AttemptLine.Of)],
    };

    /// <returns>Null for a line that is torn, or of no use to this version.</returns>
    public static ActivityLine? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return json.IsEmpty ? null : JsonSerializer.Deserialize(json, ActivityJson.Default.ActivityLine);
        }
        catch (JsonException)
        {
            return null; // it costs a few numbers
        }
    }

    /// <summary>A time of the file, which may say anything, as one that can be counted with.</summary>
    public static TimeSpan Span(long milliseconds, TimeSpan longest) =>
        TimeSpan.FromTicks(Math.Clamp(milliseconds, 0, longest.Ticks / TimeSpan.TicksPerMillisecond) * TimeSpan.TicksPerMillisecond);

    public byte[] ToUtf8() => [.. JsonSerializer.SerializeToUtf8Bytes(this, ActivityJson.Default.ActivityLine), (byte)'\n'];

    /// <returns>Null when this line is no run.</returns>
    public RunActivity? ToRun() => this is not { Run: { } id, Command: { } command, At: { } at } ? null : new RunActivity
    {
        RunId = id,
        Command = command,
        StartedAt = at,
        Duration = Span(Ms, LongestRun),
        Exit = (ExitCode)Exit,
        Moved = Moved,
        Removed = Removed,
        Queued = Queued,
        Failed = Failed,
        Bytes = Bytes,
        WaitedForWorkspace = Span(WorkspaceWaitMs, LongestRun),
        WaitedForQueue = Span(QueueWaitMs, LongestRun),
        GaveUp = GaveUp,
        Attempts = [.. (Attempts ?? []).Select(a => a?.ToAttempt()).OfType<AttemptActivity>()],
    };
}
