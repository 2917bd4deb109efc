using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tidy.Core.Notices;

namespace Tidy.Core.Channels;

/// <summary>
/// JSON of somebody else's format with placeholders in its texts. They are replaced in values, after parsing, so that no name of a file can end a text or
/// add a key; what a placeholder is replaced by is not looked at again.
/// </summary>
/// <param name="json">See <see cref="ProblemOf"/>.</param>
public sealed partial class WebhookTemplate(JsonElement json)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Why it is no template, to complete "'notify.webhook.template' …"; null when it is one.</summary>
    public static string? ProblemOf(JsonElement json)
    {
        foreach (string text in TextsIn(json))
        {
            foreach (Match match in Placeholder().Matches(text))
            {
                if (!NoticeFields.Names.Contains(NameIn(match)))
                    return $"has the placeholder '{match.Value}', which there is not. Valid placeholders are {string.Join(", ", NoticeFields.Names.Select(name => $"{{{{{name}}}}}"))}.";
            }
        }

        return null;
    }

    public byte[] Fill(Notice notice)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options))
            Write(writer, json, new NoticeFields(notice));
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, NoticeFields fields)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value, fields);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray())
                    Write(writer, item, fields);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                WriteText(writer, value.GetString()!, fields);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    /// <summary>A text that is nothing but one placeholder becomes what that is: a number, a list.</summary>
    private static void WriteText(Utf8JsonWriter writer, string text, NoticeFields fields)
    {
        if (Placeholder().Match(text) is { Success: true } whole && whole.Length == text.Length)
            fields.Write(writer, NameIn(whole));
        else
            writer.WriteStringValue(Placeholder().Replace(text, match => fields.TextOf(NameIn(match))));
    }

    private static string NameIn(Match match) => match.Groups["name"].Value.Trim();

    private static IEnumerable<string> TextsIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => TextsIn(p.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(TextsIn),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };

    [GeneratedRegex(@"\{\{(?<name>[^{}]*)\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
