using System.Text.Json.Serialization;

namespace Tidy.Dashboard.Operations;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(ItemsRequest))]
[JsonSerializable(typeof(UndoRequest))]
internal sealed partial class DashboardJson : JsonSerializerContext;
