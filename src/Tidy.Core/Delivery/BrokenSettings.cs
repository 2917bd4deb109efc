namespace Tidy.Core.Delivery;

/// <summary>Stands in for all deliveries when the settings cannot be read: somebody wanted to be told, and must hear why nobody is.</summary>
/// <param name="problem">What reading them came to.</param>
public sealed class BrokenSettings(TidyException problem) : IDelivery
{
    public string Name => "settings";

    public bool Deliver(CancellationToken cancel) => throw new DeliveryException(problem.Message.TrimEnd('.'), problem);
}
