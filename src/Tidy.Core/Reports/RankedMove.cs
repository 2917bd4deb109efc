using Tidy.Core.Queue;

namespace Tidy.Core.Reports;

/// <summary>A queued move and how much it deserves attention.</summary>
/// <param name="AgeDays">Whole days since it was first seen.</param>
/// <param name="Priority">Ten for each attempt, one for each day; the highest comes first.</param>
public sealed record RankedMove(PendingMove Item, int AgeDays, long Priority);
