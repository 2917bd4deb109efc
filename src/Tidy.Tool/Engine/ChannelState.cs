using Tidy.Core.Delivery;

namespace Tidy.Tool.Engine;

/// <summary>A channel on which people are told of a workspace.</summary>
/// <param name="Target">Where it leads, without secrets.</param>
/// <param name="Record">How it has fared.</param>
/// <param name="Waiting">Items that were not told there yet.</param>
internal sealed record ChannelState(string Name, string Target, DeliveryRecord Record, int Waiting);
