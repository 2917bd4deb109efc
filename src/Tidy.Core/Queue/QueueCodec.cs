using System.Text;
using System.Text.Json;
using Tidy.Core.Configuration;

namespace Tidy.Core.Queue;

/// <summary>Queue files in bytes and in memory. One pass where all is well; item by item only where something is not.</summary>
internal static class QueueCodec
{
    private const int SchemaVersion = 1;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <exception cref="TidyException">A newer version wrote it; it has to stay as it is.</exception>
    public static DecodedQueue Decode(byte[] utf8, QueueConfig config)
    {
        // An editor may have put one there; the JSON reader does not take it.
        ReadOnlyMemory<byte> json = utf8.AsSpan().StartsWith(ByteOrderMark) ? utf8.AsMemory(ByteOrderMark.Length) : utf8;
        return TryDecodeAtOnce(json.Span, config) is { } queue ? new DecodedQueue(queue, [], null) : DecodeItemByItem(json, config);
    }

    public static byte[] Encode(PendingQueue queue, QueueConfig config, string workspaceRoot, DateTimeOffset now)
    {
        var items = new List<QueueFileItem>(queue.Count);
        foreach (PendingMove item in queue.Items)
            items.Add(ItemMapping.Write(item));
        Span<byte> text = stackalloc byte[QueueTime.MaxLength];
        string updatedAt = Encoding.ASCII.GetString(text[..QueueTime.Format(now, text)]);
        var content = new QueueFileContent<QueueFileItem>
        {
            SchemaVersion = SchemaVersion,
            QueueId = queue.Header.QueueId,
            CreatedAt = queue.Header.CreatedAt ?? updatedAt,
            UpdatedAt = updatedAt,
            WorkspaceRoot = workspaceRoot,
            Defaults = DefaultsOf(config, queue.Header),
            Items = items,
            UnknownFields = queue.Header.UnknownFields,
        };
        return JsonSerializer.SerializeToUtf8Bytes(content, QueueJson.Default.QueueFileContentQueueFileItem);
    }

    private static PendingQueue? TryDecodeAtOnce(ReadOnlySpan<byte> json, QueueConfig config)
    {
        QueueFileContent<QueueFileItem>? content = QuickQueueReader.TryRead(json);
        if (content is not { SchemaVersion: SchemaVersion, Items: { } items } || !HasWritableHeader(content))
            return null;
        var queue = new PendingQueue(config, items.Count) { Header = HeaderOf(content) };
        var mapping = new ItemMapping(ItemMapping.IsWindowsPath(content.WorkspaceRoot));
        foreach (QueueFileItem item in items)
        {
            if (!mapping.TryRead(item, out PendingMove? move, out _) || !queue.TryLoadNew(move))
                return null;
        }

        return queue;
    }

    private static DecodedQueue DecodeItemByItem(ReadOnlyMemory<byte> json, QueueConfig config)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return DecodedQueue.Unreadable("it is not a JSON object");
            ThrowIfNewer(document.RootElement);
            var content = document.RootElement.Deserialize(QueueJson.Default.QueueFileContentJsonElement)!;
            if (content is not { SchemaVersion: SchemaVersion, Items: { } items })
                return DecodedQueue.Unreadable($"it has no 'items', or not the 'schema_version' {SchemaVersion}");
            if (!HasWritableHeader(content))
                return DecodedQueue.Unreadable("a field of it is not valid text");
            var queue = new PendingQueue(config) { Header = HeaderOf(content) };
            return new ItemByItem(queue, new ItemMapping(ItemMapping.IsWindowsPath(content.WorkspaceRoot))).Decode(items);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return DecodedQueue.Unreadable(e.Message); // InvalidOperationException: a key that is not valid text
        }
    }

    private static void ThrowIfNewer(JsonElement root)
    {
        if (!root.TryGetProperty("schema_version", out JsonElement version) || version.ValueKind != JsonValueKind.Number)
            return;
        if (version.GetDouble() <= SchemaVersion)
            return;
        throw new TidyException(
            Codes.NewerSchema,
            ExitCode.Unexpected,
            $"The pending queue has schema version {version.GetRawText()}; this version of dotnet-tidy knows {SchemaVersion}. "
                + "It was left untouched: use the newer version that wrote it.");
    }

    private static bool HasWritableHeader<TItem>(QueueFileContent<TItem> content) =>
        UnknownJson.IsWritable(content.UnknownFields ?? []) && UnknownJson.IsWritable(content.Defaults?.UnknownFields ?? []);

    private static QueueHeader HeaderOf<TItem>(QueueFileContent<TItem> content) => new()
    {
        QueueId = content.QueueId ?? new QueueHeader().QueueId,
        CreatedAt = content.CreatedAt,
        UnknownFields = content.UnknownFields,
        UnknownDefaults = content.Defaults?.UnknownFields,
    };

    private static QueueFileDefaults DefaultsOf(QueueConfig config, QueueHeader header) => new()
    {
        MaxAttempts = config.MaxAttempts,
        AbandonAfterDays = config.AbandonAfter.TotalDays,
        BaseBackoffSeconds = config.BaseBackoff.TotalSeconds,
        MaxBackoffSeconds = config.MaxBackoff.TotalSeconds,
        UnknownFields = header.UnknownDefaults,
    };
}
