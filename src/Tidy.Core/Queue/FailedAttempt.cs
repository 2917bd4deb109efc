using Tidy.Core.Holders;
using Tidy.Core.Moving;
using Tidy.Core.Platform;

namespace Tidy.Core.Queue;

/// <summary>A counted try that did not succeed.</summary>
/// <param name="Family">Whose error codes <see cref="Failure.Code"/> is one of.</param>
public sealed record FailedAttempt(Failure Failure, OsFamily Family, DateTimeOffset At)
{
    public IReadOnlyList<Holder> Holders { get; init; } = [];

    public string? BootId { get; init; }

    /// <summary>See <see cref="PendingMove.Cause"/>.</summary>
    public string? Cause { get; init; }
}
