using System.Text.Json.Serialization;

namespace Tidy.Core.Scheduling;

/// <summary>The types of the files of this room; written and read through <see cref="SchedulingFormats"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(WorkspaceListJson))]
[JsonSerializable(typeof(ScheduleRun))]
internal sealed partial class SchedulingJson : JsonSerializerContext;
