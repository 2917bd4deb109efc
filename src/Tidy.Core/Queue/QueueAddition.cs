using Tidy.Core.Planning;

namespace Tidy.Core.Queue;

/// <summary>What became of an item that was to be queued.</summary>
/// <param name="Item">The item as the queue has it now; its id may differ from the one asked for. Null when refused.</param>
/// <param name="Refusal">Why it was not queued: its file stays where it is.</param>
public readonly record struct QueueAddition(PendingMove? Item, Finding? Refusal);
