using Tidy.Core.Delivery;

namespace Tidy.Core.Tests;

/// <summary>A delivery that does what a test says.</summary>
internal sealed class PlayedDelivery(string name, Func<bool> deliver) : IDelivery
{
    public int Calls { get; private set; }

    public string Name => name;

    public bool Deliver(CancellationToken cancel)
    {
        Calls++;
        return deliver();
    }
}
