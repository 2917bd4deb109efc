using Tidy.Core.Holders;

namespace Tidy.Tool.Json;

internal sealed record HolderJson(int Pid, string Name, DateTime? StartedAt)
{
    public static HolderJson[] Of(IReadOnlyList<Holder> holders) =>
        holders.Count == 0 ? [] : [.. holders.Select(h => new HolderJson(h.ProcessId, h.Name, h.StartedAt?.UtcDateTime))];
}
