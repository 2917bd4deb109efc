using System.Text.Json;
using Tidy.Core.Holders;
using Tidy.Core.Moving;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Queue;

/// <summary>One move that could not happen yet. Identity is (source, destination, action); the id is its short name.</summary>
public sealed record PendingMove
{
    /// <summary>16 hex digits; an id found in a file is kept whatever it is.</summary>
    public required string Id { get; init; }

    public required WorkspacePath Source { get; init; }

    public required WorkspacePath Destination { get; init; }

    /// <summary>A word of the file, kept whatever it is; only <see cref="QueueActions.Move"/> is ever carried out from the queue.</summary>
    public string Action { get; init; } = QueueActions.Move;

    public PendingStatus Status { get; init; }

    public FailureReason Reason { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public required DateTimeOffset LastAttemptAt { get; init; }

    /// <summary>Counted tries; the one that put it into the queue is the first.</summary>
    public int AttemptCount { get; init; } = 1;

    /// <summary>From when on a file still in use counts as another attempt. A file that is free moves at once.</summary>
    public required DateTimeOffset NextEligibleAt { get; init; }

    public string? LastError { get; init; }

    public string? LastErrorType { get; init; }

    public int? LastErrorErrno { get; init; }

    public int? LastErrorWinerror { get; init; }

    /// <summary>Why a person is needed.</summary>
    public string? ManualReason { get; init; }

    public long? BytesEstimate { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Who held the file at the last attempt.</summary>
    public IReadOnlyList<Holder> Holders { get; init; } = [];

    public string? BootId { get; init; }

    /// <summary>Short hash of the commit checked out when it was queued.</summary>
    public string? Commit { get; init; }

    /// <summary>
    /// Fingerprint of what caused the last failure (source, destination, their folders). When the disk shows another one, the
    /// cause has visibly changed and an ended item is tried again.
    /// </summary>
    public string? Cause { get; init; }

    /// <summary>Fields of the file that this version does not know; written back as they were.</summary>
    public IReadOnlyDictionary<string, JsonElement> UnknownFields { get; init; } = EmptyFields;

    private static readonly Dictionary<string, JsonElement> EmptyFields = [];
}
