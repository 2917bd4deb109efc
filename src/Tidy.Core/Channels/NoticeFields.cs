using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tidy.Core.Notices;
using Tidy.Core.Queue;

namespace Tidy.Core.Channels;

/// <summary>What a template can ask of a notice, by name.</summary>
internal sealed class NoticeFields(Notice notice)
{
    public static readonly IReadOnlyList<string> Names =
        ["title", "text", "brief", "kind", "id", "at", "workspace", "machine", "abandoned", "needs_manual", "items", "workspaces"];

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="name">One of <see cref="Names"/>.</param>
    public void Write(Utf8JsonWriter writer, string name)
    {
        switch (name)
        {
            case "abandoned":
                writer.WriteNumberValue(Count(PendingStatus.Abandoned));
                break;
            case "needs_manual":
                writer.WriteNumberValue(Count(PendingStatus.NeedsManual));
                break;
            case "items":
                JsonSerializer.Serialize(writer, NoticeJson.ItemsOf(notice), NoticeJsonContext.Default.ItemJsonArray);
                break;
            case "workspaces":
                JsonSerializer.Serialize(writer, notice.Workspaces, NoticeJsonContext.Default.IReadOnlyListWorkspaceSummary);
                break;
            default:
                writer.WriteStringValue(Text(name));
                break;
        }
    }

    /// <summary>The same within a longer text; a list as JSON.</summary>
    public string TextOf(string name)
    {
        if (name is not ("abandoned" or "needs_manual" or "items" or "workspaces"))
            return Text(name);
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options))
            Write(writer, name);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private string Text(string name) => name switch
    {
        "title" => notice.Title,
        "text" => notice.Text,
        "brief" => notice.Brief,
        "kind" => NoticeJson.WordOf(notice.Kind),
        "id" => notice.Id,
        "at" => notice.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        "workspace" => notice.Workspace ?? "",
        "machine" => notice.Machine,
        _ => throw new ArgumentException($"There is no field '{name}'.", nameof(name)),
    };

    private int Count(PendingStatus status) => notice.Items.Count(i => i.Status == status);
}
