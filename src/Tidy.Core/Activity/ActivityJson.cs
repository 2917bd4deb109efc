using System.Text.Json.Serialization;

namespace Tidy.Core.Activity;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ActivityLine))]
internal sealed partial class ActivityJson : JsonSerializerContext;
