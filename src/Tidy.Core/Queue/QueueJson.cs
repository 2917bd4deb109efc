using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tidy.Core.Queue;

/// <summary>JSON of the queue's files. The default encoder escapes everything that is not ASCII, as the reference system does.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(QueueTimeConverter)])]
[JsonSerializable(typeof(QueueFileContent<QueueFileItem>))]
[JsonSerializable(typeof(QueueFileContent<JsonElement>))]
[JsonSerializable(typeof(QueueHistoryLine))]
[JsonSerializable(typeof(SetAsideLine))]
internal sealed partial class QueueJson : JsonSerializerContext;
