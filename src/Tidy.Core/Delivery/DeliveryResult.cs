namespace Tidy.Core.Delivery;

public enum DeliveryResult
{
    Delivered,
    NothingToDeliver,

    /// <summary>It failed before, and its time has not come yet.</summary>
    Waits,
    Failed,
}
