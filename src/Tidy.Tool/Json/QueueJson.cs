using Tidy.Core.Queue;

namespace Tidy.Tool.Json;

internal sealed record QueueJson(int Total, int Pending, int Succeeded, int Abandoned, int NeedsManual, int Held, int EligibleNow)
{
    public static QueueJson Empty { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <param name="movedFromQueue">Succeeded items leave the file at the end of the run; the caller still wants to know how many.</param>
    public static QueueJson Of(QueueStats stats, int movedFromQueue) => new(
        stats.Total, stats.Pending, movedFromQueue, stats.Abandoned, stats.NeedsManual, stats.Held, stats.EligibleNow);
}
