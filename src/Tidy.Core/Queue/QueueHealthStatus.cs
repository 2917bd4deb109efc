namespace Tidy.Core.Queue;

public enum QueueHealthStatus
{
    Healthy,
    Warning,
    Error,
}
