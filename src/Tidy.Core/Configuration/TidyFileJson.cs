using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tidy.Core.Configuration;

/// <summary>How <c>tidy.json</c> is read: comments and trailing commas are fine, unknown and repeated keys are not.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowTrailingCommas = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    MaxDepth = 16,
    Converters = [typeof(AllowedEntryConverter)])]
[JsonSerializable(typeof(TidyFile))]
internal sealed partial class TidyFileJson : JsonSerializerContext;
