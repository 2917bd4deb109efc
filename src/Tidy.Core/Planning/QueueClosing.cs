using Tidy.Core.Queue;

namespace Tidy.Core.Planning;

/// <summary>A queue item that ends without a move: its source is gone, was changed while on hold, or its time ran out.</summary>
/// <param name="Ending">The status it ends with.</param>
public sealed record QueueClosing(PendingMove Item, PendingStatus Ending, string Why);
