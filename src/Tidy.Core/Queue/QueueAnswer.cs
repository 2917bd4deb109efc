using Tidy.Core.Planning;

namespace Tidy.Core.Queue;

/// <summary>The items that an operation found or changed, as they are now, and what a person should know besides.</summary>
public sealed record QueueAnswer(IReadOnlyList<PendingMove> Items, IReadOnlyList<Finding> Findings);
