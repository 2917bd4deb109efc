using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tidy.Core.Queue;

/// <summary>
/// Reads ISO 8601 with <c>Z</c>, with an offset, or with neither (which means UTC); writes what <see cref="QueueTime"/> says.
/// </summary>
internal sealed class QueueTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <exception cref="JsonException">It is no such time.</exception>
    public static DateTimeOffset Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || !reader.TryGetDateTime(out DateTime time))
            throw new JsonException("a time is not of the form 2026-11-22T01:13:14Z");
        return time.Kind switch
        {
            DateTimeKind.Utc => new DateTimeOffset(time),
            DateTimeKind.Unspecified => new DateTimeOffset(time, TimeSpan.Zero),
            _ => reader.GetDateTimeOffset().ToUniversalTime(),
        };
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[QueueTime.MaxLength];
        writer.WriteStringValue(text[..QueueTime.Format(value, text)]);
    }
}
