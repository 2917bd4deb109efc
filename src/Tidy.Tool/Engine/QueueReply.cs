using Tidy.Core.Planning;
using Tidy.Core.Queue;

namespace Tidy.Tool.Engine;

/// <summary>The items that were listed or changed, and what a person should know about the queue on the way.</summary>
internal sealed record QueueReply(IReadOnlyList<PendingMove> Items, IReadOnlyList<Finding> Findings);
