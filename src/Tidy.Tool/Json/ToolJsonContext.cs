using System.Text.Json.Serialization;

namespace Tidy.Tool.Json;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RunJson))]
[JsonSerializable(typeof(EntryJson))]
[JsonSerializable(typeof(FindingJson))]
[JsonSerializable(typeof(StartedEvent))]
[JsonSerializable(typeof(ProgressEvent))]
[JsonSerializable(typeof(SummaryEvent))]
[JsonSerializable(typeof(WatchingEvent))]
[JsonSerializable(typeof(StoppedEvent))]
[JsonSerializable(typeof(QueueAnswerJson))]
[JsonSerializable(typeof(QueueHealthJson))]
[JsonSerializable(typeof(QueueReportJson))]
[JsonSerializable(typeof(HistoryJson))]
[JsonSerializable(typeof(ExplanationJson))]
[JsonSerializable(typeof(LocksJson))]
[JsonSerializable(typeof(NotifyJson))]
[JsonSerializable(typeof(ScheduleStatusJson))]
[JsonSerializable(typeof(ScheduleChangeJson))]
[JsonSerializable(typeof(ScheduleRunJson))]
internal sealed partial class ToolJsonContext : JsonSerializerContext;
