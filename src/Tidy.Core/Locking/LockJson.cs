using System.Text.Json.Serialization;

namespace Tidy.Core.Locking;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LockOwner))]
internal sealed partial class LockJson : JsonSerializerContext;
