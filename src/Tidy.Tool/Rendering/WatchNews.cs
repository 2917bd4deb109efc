using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Rendering;

/// <summary>What is worth telling of a run among many: what it did, not what it left where it was once more.</summary>
internal static class WatchNews
{
    public static RunResult Of(RunResult result) => result with
    {
        Entries = [.. result.Entries.Where(o => o.Status is EntryStatus.Moved or EntryStatus.Removed or EntryStatus.Queued or EntryStatus.Failed or EntryStatus.Stale)],
    };

    public static bool IsNews(RunResult news) => news.Entries.Count > 0 || news.Findings.Count > 0;
}
