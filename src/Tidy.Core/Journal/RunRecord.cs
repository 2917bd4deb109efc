namespace Tidy.Core.Journal;

/// <summary>What one finished or interrupted run did, from its journal.</summary>
public sealed record RunRecord
{
    public required string Id { get; init; }

    /// <summary><c>apply</c>, <c>retry</c> or <c>undo</c>.</summary>
    public required string Command { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>What it moved, removed, made or wrote, in the order in which it did.</summary>
    public required IReadOnlyList<DoneMove> Done { get; init; }

    /// <summary>All that it set out to do, in the order of its plan: what it did, and what it could not do and why.</summary>
    public IReadOnlyList<RunAction> Actions { get; init; } = [];

    /// <summary>Folders that it made for what it moved, workspace-relative, in order.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Actions that failed and were not queued. Journals of older versions did not tell these apart: all that was not done.</summary>
    public int Failed { get; init; }

    public int Queued { get; init; }

    /// <summary>Folders and ignore files it created, in order, workspace-relative.</summary>
    internal IReadOnlyList<JournalRecord> Made { get; init; } = [];

    /// <summary>The run that this one reversed, if it is an undo.</summary>
    public string? Undoes { get; init; }

    /// <summary>The later run that reversed all of this one and was not itself reversed.</summary>
    public string? UndoneBy { get; init; }

    /// <summary>What is left of <see cref="Done"/> after undos of this run that were interrupted: what the next undo reverses.</summary>
    public IReadOnlyList<DoneMove> NotUndone { get; init; } = [];

    /// <summary>It was interrupted, and recovery found that some of its actions had not happened.</summary>
    internal bool IsCutShort { get; init; }

    /// <summary>It did not come to its end; the next run that writes recovers it.</summary>
    public bool IsInterrupted { get; init; }
}
