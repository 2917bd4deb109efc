using System.Text.Json.Serialization;

namespace Tidy.Benchmarks;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PlainQueue))]
internal sealed partial class PlainQueueJson : JsonSerializerContext;
