namespace Tidy.Core.Queue;

/// <summary>One thing that is not well with the queue.</summary>
public sealed record QueueIssue(HealthCheck Check, QueueHealthStatus Severity, string Message);
