using System.Text.Json;

namespace Tidy.Core.Queue;

/// <summary><see cref="QueueJson"/> on one line, for files of lines.</summary>
internal static class QueueLineJson
{
    public static QueueJson Context { get; } = new(new JsonSerializerOptions(QueueJson.Default.Options) { WriteIndented = false });
}
