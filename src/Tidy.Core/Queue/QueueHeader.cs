using System.Text.Json;

namespace Tidy.Core.Queue;

/// <summary>What a queue file says besides its items and is written back as it was.</summary>
internal sealed record QueueHeader
{
    public string QueueId { get; init; } = "dotnet-tidy";

    public string? CreatedAt { get; init; }

    public Dictionary<string, JsonElement>? UnknownFields { get; init; }

    public Dictionary<string, JsonElement>? UnknownDefaults { get; init; }
}
