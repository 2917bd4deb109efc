namespace Tidy.Core.Delivery;

/// <summary>What one delivery of a round came to.</summary>
/// <param name="Record">Afterwards.</param>
public sealed record DeliveryAnswer(DeliveryResult Result, DeliveryRecord Record);
