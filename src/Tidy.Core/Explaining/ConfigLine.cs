using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tidy.Core.Explaining;

/// <summary>What to add to <c>tidy.json</c>.</summary>
/// <param name="Key">Where: <c>rules</c>, <c>root.allow</c>, <c>git.tracked</c>, ….</param>
/// <param name="Value">JSON: an item for a list, at its beginning; else the value of the key.</param>
public sealed record ConfigLine(string Key, string Value)
{
    /// <summary>The keys that take one value; all others here are lists.</summary>
    public bool IsSetting => Key == TrackedKey;

    private const string TrackedKey = "git.tracked";

    /// <summary>Files that git tracks move like others.</summary>
    public static ConfigLine MoveTracked { get; } = new(TrackedKey, Quoted("move"));

    public static ConfigLine Allow(string pattern, string reason = "why it belongs here") =>
        new("root.allow", $$"""{ "path": {{Quoted(pattern)}}, "reason": {{Quoted(reason)}} }""");

    public static ConfigLine Rule(string id, string pattern, string to) =>
        new("rules", $$"""{ "id": {{Quoted(id)}}, "match": [{{Quoted(pattern)}}], "to": {{Quoted(to)}}, "reason": "why it does not belong here" }""");

    /// <summary>An item that is a text.</summary>
    public static ConfigLine Item(string key, string text) => new(key, Quoted(text));

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
