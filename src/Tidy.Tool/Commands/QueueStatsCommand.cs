using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Queue;
using Tidy.Tool.Engine;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class QueueStatsCommand(CommandLineApplication app) : QueueCommand(app, "queue stats")
{
    protected override ExitCode Execute(Invocation call, IPendingQueue queue)
    {
        QueueStats stats = queue.Stats();
        if (call.IsJson())
            WriteJson(call, stats: stats);
        else
            WriteText(call, stats);
        return ExitCode.Done;
    }

    private static void WriteText(Invocation call, QueueStats stats)
    {
        ILines lines = call.Lines();
        QueueText.WriteCounts(lines, stats, stats.Succeeded);
        lines.Line();
        lines.Line($"Size of the files: {Measures.Size(stats.Bytes)}");
        lines.Line($"Size of the queue file: {Measures.Size(stats.FileSize)}");
        DateTimeOffset now = call.Console.Clock.GetUtcNow();
        if (stats.Oldest is { } oldest)
            lines.Line($"Oldest: {Measures.Ago(oldest, now)} ({Measures.Utc(oldest)})");
        if (stats.Newest is { } newest)
            lines.Line($"Newest: {Measures.Ago(newest, now)} ({Measures.Utc(newest)})");
        WriteCounts(lines, "By reason", stats.ByReason);
        WriteCounts(lines, "By file type", stats.ByFileType);
    }

    private static void WriteCounts(ILines lines, string title, IReadOnlyDictionary<string, int> counts)
    {
        if (counts.Count == 0)
            return;
        lines.Line();
        lines.Line(title, Tone.Heading);
        foreach (var (name, count) in counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal))
            lines.Line($"  {count,6:N0}  {(name.Length == 0 ? "(none)" : SafeText.Visible(name))}");
    }
}
