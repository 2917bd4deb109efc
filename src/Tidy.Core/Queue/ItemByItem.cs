using System.Text.Json;

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
        catch (JsonException e)
        {
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
        damaged.Add(new DamagedItem(item.GetRawText(), code, source, problem));
}
