namespace Tidy.Core.Delivery;

/// <summary>A receiver did not take what was to be delivered.</summary>
/// <param name="problem">Who refused and why, for a person, without any secret: <c>the server mail.example.org:587 refuses the password</c>.</param>
public sealed class DeliveryException(string problem, Exception? inner = null) : Exception(problem, inner)
{
    /// <summary>The receiver asked for this much peace.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The same again would be refused again until a person changes something: it is tried at the longest interval only.</summary>
    public bool IsLasting { get; init; }

    /// <summary>Part of the receivers took it: it is not sent again, but a person should know.</summary>
    public bool WasTaken { get; init; }
}
