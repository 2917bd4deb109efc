using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tidy.Core.Queue;

/// <summary>One item of the queue file as it is written there; nothing in it has been checked yet.</summary>
internal sealed class QueueFileItem
{
    public string? Id { get; set; }

    public string? Src { get; set; }

    public string? Dest { get; set; }

    public string? Action { get; set; }

    public string? Status { get; set; }

    public string? Reason { get; set; }

    public DateTimeOffset? FirstSeenAt { get; set; }

    public DateTimeOffset? LastAttemptAt { get; set; }

    public int? AttemptCount { get; set; }

    public DateTimeOffset? NextEligibleAt { get; set; }

    public string? ManualReason { get; set; }

    public string? LastError { get; set; }

    public string? LastErrorType { get; set; }

    public int? LastErrorErrno { get; set; }

    public int? LastErrorWinerror { get; set; }

    public long? BytesEstimate { get; set; }

    public List<string>? Tags { get; set; }

    public List<QueueFileHolder>? Holders { get; set; }

    public string? BootId { get; set; }

    public string? Commit { get; set; }

    public string? Cause { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? UnknownFields { get; set; }
}
