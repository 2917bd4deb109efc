using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Tidy.Core.Queue;

/// <summary>Reads the items of a queue file one by one, so that a bad one costs that one.</summary>
internal sealed class ItemByItem(PendingQueue queue, ItemMapping mapping)
{
    private readonly List<DamagedItem> damaged = [];

    /// <summary>The JSON that each loaded item came from, for the case that a newer duplicate pushes it out.</summary>
    private readonly Dictionary<PendingMove, JsonElement> origins = new(SameMove.Comparer);

    public DecodedQueue Decode(List<JsonElement> items)
    {
        foreach (JsonElement item in items)
            Decode(item);
        return new DecodedQueue(queue, damaged, null);
    }

    private void Decode(JsonElement item)
    {
        QueueFileItem? fields;
        try
        {
            fields = item.ValueKind == JsonValueKind.Object ? item.Deserialize(QueueJson.Default.QueueFileItem) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a key that is not valid text
            SetAside(item, null, Codes.StateDamaged, $"cannot be read: {e.Message}");
            return;
        }

        if (fields is null)
            SetAside(item, null, Codes.StateDamaged, "is not a JSON object");
        else if (mapping.TryRead(fields, out PendingMove? move, out (string Code, string Text) problem))
            Load(move, item);
        else
            SetAside(item, fields.Src, problem.Code, problem.Text);
    }

    private void Load(PendingMove move, JsonElement item)
    {
        const string Duplicate = "is a second entry for the same move; the newer one was kept";
        PendingMove? other = queue.Find(move);
        if (other is not null && move.LastAttemptAt < other.LastAttemptAt)
        {
            SetAside(item, move.Source.Value, Codes.StateDamaged, Duplicate);
            return;
        }

        if (other is not null)
            SetAside(origins[move], move.Source.Value, Codes.StateDamaged, Duplicate);
        origins[move] = item;
        queue.Load(move);
    }

    private void SetAside(JsonElement item, string? source, string code, string problem) =>
        damaged.Add(new DamagedItem(RawOf(item), code, source, problem));

    /// <summary>Bytes that are no text are kept as bytes; no JSON begins as these do.</summary>
    private static string RawOf(JsonElement item)
    {
        ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(item);
        return Utf8.IsValid(raw) ? Encoding.UTF8.GetString(raw) : $"base64:{Convert.ToBase64String(raw)}";
    }
}
