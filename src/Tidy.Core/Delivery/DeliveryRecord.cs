using Tidy.Core.Reports;

namespace Tidy.Core.Delivery;

/// <summary>How one delivery of a workspace has fared.</summary>
public sealed record DeliveryRecord
{
    /// <summary>Wait after the first failure; it doubles.</summary>
    public static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(60);

    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>See <see cref="IDelivery.Name"/>.</summary>
    public required string Name { get; init; }

    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>Failures since the last success.</summary>
    public int Failures { get; init; }

    /// <summary>The first of <see cref="Failures"/>.</summary>
    public DateTimeOffset? FailsSince { get; init; }

    /// <summary>Why the last of <see cref="Failures"/> came about; null when there are none.</summary>
    public string? Problem { get; init; }

    /// <summary>Not tried again before; null when there is nothing to wait for.</summary>
    public DateTimeOffset? NextAt { get; init; }

    public bool IsDue(DateTimeOffset now) => NextAt is null || NextAt <= now;

    /// <param name="hasDelivered">There was something to deliver.</param>
    public DeliveryRecord Succeeded(DateTimeOffset now, bool hasDelivered) => new() { Name = Name, LastSuccess = hasDelivered ? now : LastSuccess };

    public DeliveryRecord Failed(DateTimeOffset now, DeliveryException failure)
    {
        int failures = Failures == int.MaxValue ? int.MaxValue : Failures + 1;
        TimeSpan wait = failure.IsLasting ? LongestWait : WaitAfter(failures);
        return this with
        {
            Failures = failures,
            FailsSince = FailsSince ?? now,
            Problem = VisibleText.Of(failure.Message),
            NextAt = now + (failure.RetryAfter > wait ? failure.RetryAfter.Value : wait),
        };
    }

    /// <summary>60 s, 2 min, 4 min ... 6 h.</summary>
    private static TimeSpan WaitAfter(int failures) =>
        failures > 9 ? LongestWait : TimeSpan.FromSeconds(Math.Min(FirstWait.TotalSeconds * (1 << (failures - 1)), LongestWait.TotalSeconds));
}
