namespace Tidy.Benchmarks;

/// <summary>One item of the queue file, with all its fields.</summary>
internal sealed class PlainItem
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

    public List<PlainHolder>? Holders { get; set; }

    public string? BootId { get; set; }

    public string? Commit { get; set; }

    public string? Cause { get; set; }
}
