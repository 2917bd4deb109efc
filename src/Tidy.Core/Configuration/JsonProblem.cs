using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Tidy.Core.Configuration;

/// <summary>Says in a person's words what the serializer refused, with the known keys and types from its own metadata.</summary>
internal sealed class JsonProblem(JsonPlaces places, JsonException error)
{
    public (long Offset, string Message) Describe()
    {
        long end = places.OfException(error);
        // The inner one comes from the reader: the text is no JSON, and the position is the offending character itself.
        if (error.InnerException is JsonException syntax)
            return (end, $"not valid JSON: {WithoutPosition(syntax.Message)}");
        var (start, key) = places.TokenEndingAt(end);
        string path = (error.Path ?? "$").TrimStart('$').TrimStart('.');
        if (error is BadValueException)
            return (start, $"'{path}' {error.Message}");
        if (key is not null)
            return (start, Unknown(key, OwnerOf(path, key)));
        if (path.Length == 0)
            return (start, "the file should be an object.");
        return places.OfRepeatedKey(path) is { } again
            ? (again, $"the key '{path}' is there twice.")
            : (start, $"'{path}' should be {Expected(TypeAt(path))}.");
    }

    private static string Unknown(string key, string owner)
    {
        string[] known = [.. TypeAt(owner)?.Properties.Select(p => p.Name) ?? []];
        string place = owner.Length == 0 ? "" : $" in '{owner}'";
        return $"unknown key '{key}'{place}{NearestWord.Hint(key, known)} Valid keys are {string.Join(", ", known)}.";
    }

    /// <summary>A key with odd characters is written as <c>owner['key']</c>, any other as <c>owner.key</c>.</summary>
    private static string OwnerOf(string path, string key)
    {
        string bracketed = $"['{key}']";
        int length = path.EndsWith(bracketed, StringComparison.Ordinal) ? bracketed.Length : key.Length + 1;
        return path[..Math.Max(0, path.Length - length)];
    }

    private static JsonTypeInfo? TypeAt(string path)
    {
        JsonTypeInfo? type = TidyFileJson.Default.TidyFile;
        foreach (string segment in JsonPlaces.Segments(path))
        {
            Type? next = type?.ElementType ?? type?.Properties.FirstOrDefault(p => p.Name == segment)?.PropertyType;
            type = next is null ? null : TidyFileJson.Default.GetTypeInfo(next);
        }

        return type;
    }

    private static string Expected(JsonTypeInfo? type) => type switch
    {
        { Kind: JsonTypeInfoKind.Enumerable } => "a list",
        { Kind: JsonTypeInfoKind.Object } => "an object",
        { Type: var t } when t == typeof(int?) => "a whole number",
        { Type: var t } when t == typeof(bool?) => "true or false",
        _ => "a text",
    };

    /// <summary>The reader's own position counts from zero and in bytes; the caller says it better.</summary>
    private static string WithoutPosition(string message) =>
        message.IndexOf(" LineNumber:", StringComparison.Ordinal) is > 0 and var at ? message[..at] : message;
}
