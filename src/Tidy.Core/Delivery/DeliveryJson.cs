using System.Text.Json.Serialization;

namespace Tidy.Core.Delivery;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(DeliveryBook))]
internal sealed partial class DeliveryJson : JsonSerializerContext;
