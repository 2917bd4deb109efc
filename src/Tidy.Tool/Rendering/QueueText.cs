using Tidy.Core;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Tool.Rendering;

/// <summary>The summary of the pending queue at the end of a run.</summary>
internal static class QueueText
{
    public static void Write(ILines lines, RunResult result)
    {
        QueueStats queue = result.Queue;
        if (queue.Total == 0 && result.MovedFromQueue == 0)
            return;
        lines.Line();
        lines.Line("Pending moves queue", Tone.Heading);
        WriteCounts(lines, queue, result.MovedFromQueue);
        lines.Line();
        lines.Line($"Queue file: {WorkspacePath.QueueFile}", Tone.Faint);
        WriteHints(lines, queue);
    }

    /// <param name="succeeded">Items whose file moved in this run.</param>
    public static void WriteCounts(ILines lines, QueueStats queue, int succeeded)
    {
        lines.Line($"Total items in queue: {queue.Total}");
        lines.Line($"  Pending (awaiting retry): {queue.Pending}");
        lines.Line($"  Succeeded (this run): {succeeded}");
        lines.Line($"  Abandoned (max attempts): {queue.Abandoned}");
        lines.Line($"  Needs a person: {queue.NeedsManual}");
        lines.Line($"  Held: {queue.Held}");
        lines.Line($"  Eligible for next run: {queue.EligibleNow}");
    }

    private static void WriteHints(ILines lines, QueueStats queue)
    {
        if (queue.Pending > 0)
        {
            lines.Line("[INFO] Each run tries queued files first: what is free by then moves, without further doing.", Tone.Faint);
            lines.Line("[INFO] After closing the programs that hold them: dotnet tidy retry", Tone.Faint);
        }

        if (queue.NeedsManual + queue.Abandoned > 0)
            lines.Line("[INFO] What needs a person: dotnet tidy queue list; to try all again: dotnet tidy retry --all", Tone.Faint);
        if (queue.Held > 0)
            lines.Line("[INFO] Held items wait for: dotnet tidy queue release ID", Tone.Faint);
    }
}
