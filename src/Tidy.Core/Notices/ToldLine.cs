namespace Tidy.Core.Notices;

/// <summary>One line of <c>notices.jsonl</c>: on this channel this was told.</summary>
/// <param name="Cause">See <see cref="Queue.PendingMove.Cause"/>, shortened to a number.</param>
internal sealed record ToldLine(string Channel, string Topic, string Epoch, string? Cause, DateTimeOffset At);
