using System.Text.Json;

namespace Tidy.Core.Queue;

/// <summary>
/// Reads a sound queue file token by token: half the time of the serializer for a large queue, and none of the code that it compiles
/// at every start. Whatever is unexpected here is looked at item by item, which says what is wrong with it.
/// </summary>
internal ref struct QuickQueueReader(ReadOnlySpan<byte> json)
{
    private Utf8JsonReader reader = new(json);

    /// <summary>Most items share these with the one before: then the texts are shared too.</summary>
    private QueueFileItem previous = new();

    /// <summary>Null when something is not as expected.</summary>
    public static QueueFileContent<QueueFileItem>? TryRead(ReadOnlySpan<byte> json)
    {
        try
        {
            QuickQueueReader quick = new(json);
            quick.Next(JsonTokenType.StartObject);
            QueueFileContent<QueueFileItem> content = new();
            while (quick.NextKey())
                quick.ReadField(content);
            return quick.reader.Read() ? null : content;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // InvalidOperationException: a text that is not valid UTF-8
        }
    }

    private void ReadField(QueueFileContent<QueueFileItem> content)
    {
        ReadOnlySpan<byte> key = reader.ValueSpan;
        if (key.SequenceEqual("schema_version"u8))
            content.SchemaVersion = Number();
        else if (key.SequenceEqual("queue_id"u8))
            content.QueueId = Text();
        else if (key.SequenceEqual("created_at"u8))
            content.CreatedAt = Text();
        else if (key.SequenceEqual("updated_at"u8))
            content.UpdatedAt = Text();
        else if (key.SequenceEqual("workspace_root"u8))
            content.WorkspaceRoot = Text();
        else if (key.SequenceEqual("defaults"u8))
            content.Defaults = Defaults();
        else if (key.SequenceEqual("items"u8))
            content.Items = Items();
        else
            ReadUnknown(content.UnknownFields ??= []);
    }

    private QueueFileDefaults Defaults()
    {
        QueueFileDefaults defaults = new();
        Next(JsonTokenType.StartObject);
        while (NextKey())
        {
            ReadOnlySpan<byte> key = reader.ValueSpan;
            if (key.SequenceEqual("max_attempts"u8))
                defaults.MaxAttempts = Number();
            else if (key.SequenceEqual("abandon_after_days"u8))
                defaults.AbandonAfterDays = Fraction();
            else if (key.SequenceEqual("base_backoff_seconds"u8))
                defaults.BaseBackoffSeconds = Fraction();
            else if (key.SequenceEqual("max_backoff_seconds"u8))
                defaults.MaxBackoffSeconds = Fraction();
            else
                ReadUnknown(defaults.UnknownFields ??= []);
        }

        return defaults;
    }

    private List<QueueFileItem> Items()
    {
        List<QueueFileItem> items = [];
        Next(JsonTokenType.StartArray);
        while (NextItem())
        {
            QueueFileItem item = new();
            Require(JsonTokenType.StartObject);
            while (NextKey())
                ReadField(item);
            items.Add(previous = item);
        }

        return items;
    }

    private void ReadField(QueueFileItem item)
    {
        ReadOnlySpan<byte> key = reader.ValueSpan;
        if (key.SequenceEqual("id"u8))
            item.Id = Text();
        else if (key.SequenceEqual("src"u8))
            item.Src = Text();
        else if (key.SequenceEqual("dest"u8))
            item.Dest = Text();
        else if (key.SequenceEqual("action"u8))
            item.Action = Text(previous.Action);
        else if (key.SequenceEqual("status"u8))
            item.Status = Text(previous.Status);
        else if (key.SequenceEqual("reason"u8))
            item.Reason = Text(previous.Reason);
        else if (key.SequenceEqual("first_seen_at"u8))
            item.FirstSeenAt = Time();
        else if (key.SequenceEqual("last_attempt_at"u8))
            item.LastAttemptAt = Time();
        else if (key.SequenceEqual("attempt_count"u8))
            item.AttemptCount = Number();
        else if (key.SequenceEqual("next_eligible_at"u8))
            item.NextEligibleAt = Time();
        else if (key.SequenceEqual("bytes_estimate"u8))
            item.BytesEstimate = LongNumber();
        else
            ReadRest(item, key);
    }

    private void ReadRest(QueueFileItem item, ReadOnlySpan<byte> key)
    {
        if (key.SequenceEqual("manual_reason"u8))
            item.ManualReason = Text(previous.ManualReason);
        else if (key.SequenceEqual("last_error"u8))
            item.LastError = Text(previous.LastError);
        else if (key.SequenceEqual("last_error_type"u8))
            item.LastErrorType = Text(previous.LastErrorType);
        else if (key.SequenceEqual("last_error_errno"u8))
            item.LastErrorErrno = Number();
        else if (key.SequenceEqual("last_error_winerror"u8))
            item.LastErrorWinerror = Number();
        else if (key.SequenceEqual("tags"u8))
            item.Tags = Tags();
        else if (key.SequenceEqual("holders"u8))
            item.Holders = Holders();
        else if (key.SequenceEqual("boot_id"u8))
            item.BootId = Text(previous.BootId);
        else if (key.SequenceEqual("commit"u8))
            item.Commit = Text(previous.Commit);
        else if (key.SequenceEqual("cause"u8))
            item.Cause = Text();
        else
            ReadUnknown(item.UnknownFields ??= []);
    }

    private List<string>? Tags()
    {
        if (!NextList())
            return null;
        List<string> tags = [];
        while (NextItem())
        {
            Require(JsonTokenType.String);
            tags.Add(Shared(previous.Tags is { } before && tags.Count < before.Count ? before[tags.Count] : null));
        }

        return tags;
    }

    private List<QueueFileHolder>? Holders()
    {
        if (!NextList())
            return null;
        List<QueueFileHolder> holders = [];
        while (NextItem())
            holders.Add(Holder(previous.Holders is { } before && holders.Count < before.Count ? before[holders.Count] : null));
        return holders;
    }

    private QueueFileHolder Holder(QueueFileHolder? before)
    {
        int pid = 0;
        string? name = null;
        DateTimeOffset? startedAt = null;
        Require(JsonTokenType.StartObject);
        while (NextKey())
        {
            ReadOnlySpan<byte> key = reader.ValueSpan;
            if (key.SequenceEqual("pid"u8))
                pid = Number() ?? throw Unexpected();
            else if (key.SequenceEqual("name"u8))
                name = Text(before?.Name);
            else if (key.SequenceEqual("started_at"u8))
                startedAt = Time();
            else
                throw Unexpected();
        }

        return before is not null && before.Pid == pid && before.Name == name && before.StartedAt == startedAt ? before : new QueueFileHolder(pid, name, startedAt);
    }

    private void ReadUnknown(Dictionary<string, JsonElement> fields)
    {
        string name = reader.GetString()!;
        fields[name] = JsonElement.ParseValue(ref reader);
    }

    private string? Text(string? before = null) => NextOrNull(JsonTokenType.String) ? Shared(before) : null;

    private readonly string Shared(string? before) => before is not null && reader.ValueTextEquals(before) ? before : reader.GetString()!;

    private DateTimeOffset? Time() => NextOrNull(JsonTokenType.String) ? QueueTimeConverter.Read(ref reader) : null;

    private int? Number() => !NextOrNull(JsonTokenType.Number) ? null : reader.TryGetInt32(out int number) ? number : throw Unexpected();

    private long? LongNumber() => !NextOrNull(JsonTokenType.Number) ? null : reader.TryGetInt64(out long number) ? number : throw Unexpected();

    private double? Fraction() => !NextOrNull(JsonTokenType.Number) ? null : reader.TryGetDouble(out double number) ? number : throw Unexpected();

    /// <summary>To the next key, which is then the reader's value; false at the end of the object.</summary>
    private bool NextKey()
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName)
            return false;
        return reader.ValueIsEscaped ? throw Unexpected() : true;
    }

    private bool NextItem() => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    private bool NextList() => NextOrNull(JsonTokenType.StartArray);

    /// <summary>To the next value; false when it is null.</summary>
    private bool NextOrNull(JsonTokenType type)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return false;
        Require(type);
        return true;
    }

    private void Next(JsonTokenType type)
    {
        reader.Read();
        Require(type);
    }

    private readonly void Require(JsonTokenType type)
    {
        if (reader.TokenType != type)
            throw Unexpected();
    }

    private static JsonException Unexpected() => new();
}
