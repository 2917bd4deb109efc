using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tidy.Core.Tests;

/// <summary>A JSON text, again and again, each time with one value in it replaced, or left out.</summary>
internal static class Variants
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly string[] Odd =
    [
        "null", "true", "0", "1", "-1", "0.5", "1.5", "2147483648", "\"\"", "\" \"", "\"x\"", "\"x/\"", "\"/\"", "\"//\"", "\"a/b\"", "\"a/b/\"", "\"a//b\"", "\"/a\"", "\"../a\"", "\"a/..\"", "\"a/.b\"", "\"./a\"",
        "\".git\"", "\".GIT/x\"", "\".github\"", "\"a.git\"", "\"x/.gitignore\"", "\"a\\\\b\"", "\"a:b\"", "\"*\"", "\"a*\"", "\"a?.b/\"", "\"a.\"", "\"a \"", "\" a\"", "\"\u00e4\u00f6 \u20ac.\u00df\"", "\"\u00e4\u00f6\"",
        "\"5m\"", "\"0s\"", "\"00d\"", "\"007h\"", "\"1.5h\"", "\"5\"", "\"-5m\"", "\"5 m\"", "\"0.5MB\"", "\"0\"", "\"0GB\"", "\".5 gB\"", "\" 12 \"", "\"1e3\"", "\"1,5MB\"", "\"10GiB\"", "\"7 b\"",
        "[]", "[\"x\"]", "[\"x\", \"x\"]", "[null]", "[1]", "[[]]", "[{}]", "{}", "{ \"x\": 1 }", "\"move\"", "\"keep\"", "\"Report\"", "\"report\"", "[\"agents\"]", "[\"agents\", \"agents\"]",
    ];

    public static IEnumerable<string> Of(string json)
    {
        foreach (string path in Paths(Parse(json), ""))
        {
            yield return Changed(json, path, null);
            foreach (string value in Odd)
                yield return Changed(json, path, value);
        }
    }

    private static JsonNode Parse(string json) => JsonNode.Parse(json, documentOptions: Lenient)!;

    /// <summary>The way to each value: names and numbers, each after a line break.</summary>
    private static IEnumerable<string> Paths(JsonNode? node, string at)
    {
        IEnumerable<(string Step, JsonNode? Value)> children = node switch
        {
            JsonObject o => o.Select(pair => (pair.Key, pair.Value)),
            JsonArray a => a.Select((item, i) => ($"{i}", item)),
            _ => [],
        };
        foreach ((string step, JsonNode? value) in children)
        {
            yield return $"{at}\n{step}";
            foreach (string deeper in Paths(value, $"{at}\n{step}"))
                yield return deeper;
        }
    }

    private static string Changed(string json, string path, string? value)
    {
        JsonNode root = Parse(json);
        string[] steps = path.Split('\n')[1..];
        JsonNode owner = steps[..^1].Aggregate(root, (at, step) => at is JsonArray list ? list[Number(step)]! : at[step]!);
        if (owner is JsonArray array)
            array[Number(steps[^1])] = value is null ? "y" : JsonNode.Parse(value);
        else if (value is null)
            owner.AsObject().Remove(steps[^1]);
        else
            owner[steps[^1]] = JsonNode.Parse(value);
        return root.ToJsonString();
    }

    private static int Number(string step) => int.Parse(step, System.Globalization.CultureInfo.InvariantCulture);
}
