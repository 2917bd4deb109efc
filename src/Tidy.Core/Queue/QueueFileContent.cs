using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tidy.Core.Queue;

/// <summary>The queue file, schema 1: fields and their order are the reference system's.</summary>
/// <typeparam name="TItem"><see cref="QueueFileItem"/>, or <see cref="JsonElement"/> where items are looked at one by one.</typeparam>
internal sealed class QueueFileContent<TItem>
{
    public int? SchemaVersion { get; set; }

    public string? QueueId { get; set; }

    /// <summary>Text, so that an odd time in the header does not cost the queue.</summary>
    public string? CreatedAt { get; set; }

    public string? UpdatedAt { get; set; }

    public string? WorkspaceRoot { get; set; }

    public QueueFileDefaults? Defaults { get; set; }

    public List<TItem>? Items { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? UnknownFields { get; set; }
}
