using System.Text.Json.Serialization;

namespace Tidy.Core.Notices;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ToldLine))]
[JsonSerializable(typeof(Dictionary<string, DateTimeOffset>))]
internal sealed partial class NoticesJson : JsonSerializerContext;
