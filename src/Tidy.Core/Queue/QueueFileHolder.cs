namespace Tidy.Core.Queue;

internal sealed record QueueFileHolder(int Pid, string? Name, DateTimeOffset? StartedAt);
