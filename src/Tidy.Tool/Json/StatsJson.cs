using Tidy.Core.Queue;

namespace Tidy.Tool.Json;

internal sealed record StatsJson
{
    public required QueueJson Counts { get; init; }

    public required long Bytes { get; init; }

    public required long FileSize { get; init; }

    public required DateTime? Oldest { get; init; }

    public required DateTime? Newest { get; init; }

    public required IReadOnlyDictionary<string, int> ByReason { get; init; }

    public required IReadOnlyDictionary<string, int> ByFileType { get; init; }

    public static StatsJson Of(QueueStats stats) => new()
    {
        Counts = QueueJson.Of(stats, stats.Succeeded),
        Bytes = stats.Bytes,
        FileSize = stats.FileSize,
        Oldest = stats.Oldest?.UtcDateTime,
        Newest = stats.Newest?.UtcDateTime,
        ByReason = stats.ByReason,
        ByFileType = stats.ByFileType,
    };
}
