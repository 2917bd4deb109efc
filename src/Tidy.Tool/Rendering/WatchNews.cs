using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Rendering;

/// <summary>What is worth telling of a run among many: what it did, not what it left where it was once more.</summary>
internal static class WatchNews
{
    public static RunResult Of(RunResult result) => result with
    {
        Entries = [.. result.Entries.Where(IsNews)],
    };

    public static bool IsNews(RunResult news) => news.Entries.Count > 0 || news.Findings.Count > 0;

    /// <summary>A queued file without a code was tried before an attempt was due, which counts for nothing.</summary>
    private static bool IsNews(Outcome outcome) => outcome.Status switch
    {
        EntryStatus.Queued => outcome.Code is not null,
        EntryStatus.Moved or EntryStatus.Removed or EntryStatus.Failed or EntryStatus.Stale => true,
        _ => false,
    };
}
