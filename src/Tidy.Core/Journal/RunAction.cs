namespace Tidy.Core.Journal;

/// <summary>One action that a run set out to do, as its journal has it, and what became of it.</summary>
public sealed record RunAction
{
    public required string Phase { get; init; }

    /// <summary>The word of <see cref="WireNames"/> for it; a newer version may have written one that this version does not know.</summary>
    public required string Action { get; init; }

    public required string Source { get; init; }

    /// <summary>Where it went or should have gone; null when the action has none but its source.</summary>
    public required string? Destination { get; init; }

    public required RunActionStatus Status { get; init; }

    /// <summary>Why it was not done: a word of <see cref="WireNames"/> for a reason, or <c>interrupted</c>; null where the journal does not say.</summary>
    public string? Reason { get; init; }

    /// <summary>The system's number (errno, winerror) for the failure.</summary>
    public int? Code { get; init; }

    public bool IsDone => Status == RunActionStatus.Done;
}
