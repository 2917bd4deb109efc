using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Schema;

namespace Tidy.Core.Tests;

/// <summary>What somebody else's validator says of documents by one of our schemas.</summary>
/// <param name="schema">Of one document.</param>
internal sealed class SchemaJudge(JsonObject schema)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>All documents are one list to the validator, whose licence counts its calls.</summary>
    private readonly JSchema ofAll = JSchema.Parse(new JsonObject { ["type"] = "array", ["items"] = schema.DeepClone() }.ToJsonString());

    /// <summary>By the number of each document that is refused, why.</summary>
    public Dictionary<int, string> Refused(IReadOnlyList<string> documents)
    {
        JArray all = [.. documents.Select(JToken (document) => JToken.Parse(Plain(document)))];
        _ = all.IsValid(ofAll, out IList<ValidationError> errors);
        return errors.GroupBy(error => int.Parse(error.Path[1..error.Path.IndexOf(']', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture))
            .ToDictionary(group => group.Key, group => group.First().Message);
    }

    /// <summary>Without comments and trailing commas.</summary>
    private static string Plain(string json)
    {
        using var document = JsonDocument.Parse(json, Lenient);
        return JsonSerializer.Serialize(document.RootElement);
    }
}
