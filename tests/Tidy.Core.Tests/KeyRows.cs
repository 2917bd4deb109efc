using System.Text.Json.Nodes;

namespace Tidy.Core.Tests;

/// <summary>The tables of keys in the guide, made of the schema, which is made of the tables that the reader reads by.</summary>
internal static class KeyRows
{
    private const string Begin = "<!-- keys: ";
    private const string End = "<!-- end of keys -->";

    /// <summary>The guide with every table between its markers as it should be.</summary>
    public static string Refresh(string guide, JsonObject schema)
    {
        string[] parts = guide.Split(Begin);
        for (int i = 1; i < parts.Length; i++)
        {
            string[] sections = parts[i][..parts[i].IndexOf(" -->", StringComparison.Ordinal)].Split(", ");
            string rest = parts[i][parts[i].IndexOf(End, StringComparison.Ordinal)..];
            parts[i] = $"{string.Join(", ", sections)} -->\n| Key | Meaning | Default |\n|---|---|---|\n{string.Concat(Rows(sections, schema).Select(row => row + "\n"))}{rest}";
        }

        return string.Join(Begin, parts);
    }

    private static IEnumerable<string> Rows(string[] sections, JsonObject schema)
    {
        if (sections is ["all"])
            return schema["properties"]!.AsObject().Select(pair => Row(pair.Key, pair.Value!, isRequired: false));
        return sections.SelectMany(name => Rows(sections.Length == 1 ? "" : $"{name}.", schema["properties"]![name]!));
    }

    /// <summary>An object in the object has no row of its own: its keys have.</summary>
    private static IEnumerable<string> Rows(string prefix, JsonNode section)
    {
        JsonObject owner = (section["items"] ?? section).AsObject();
        string[] required = [.. (owner["required"]?.AsArray() ?? []).Select(name => $"{name}")];
        foreach ((string name, JsonNode? key) in owner["properties"]!.AsObject())
        {
            foreach (string row in key!["properties"] is null ? [Row(prefix + name, key, required.Contains(name))] : Rows($"{prefix}{name}.", key))
                yield return row;
        }
    }

    private static string Row(string name, JsonNode key, bool isRequired)
    {
        string value = isRequired ? "required" : key["default"] is { } known ? $"`{Written(known)}`" : key["properties"] is null ? "none" : "below";
        return $"| `{name}` | {Meaning(key)} | {value} |";
    }

    /// <summary>Words that the meaning does not explain are named at least.</summary>
    private static string Meaning(JsonNode key)
    {
        string meaning = key["description"]!.GetValue<string>();
        JsonArray words = key["enum"]?.AsArray() ?? key["items"]?["enum"]?.AsArray() ?? [];
        string[] unexplained = [.. from word in words where word is not null && !meaning.Contains($"`{word}`", StringComparison.Ordinal) select $"`{word}`"];
        return unexplained.Length == 0 ? meaning : $"{meaning} Valid: {string.Join(", ", unexplained)}.";
    }

    private static string Written(JsonNode value) => value switch
    {
        JsonArray list => $"[{string.Join(", ", list.Select(item => item!.ToJsonString()))}]",
        _ => $"{value}",
    };
}
