using System.Collections;
using System.Text.Json.Nodes;

namespace Tidy.Core.Configuration;

/// <summary>The schema of an object, from the table of its keys.</summary>
internal static class ObjectSchema
{
    public static JsonObject Of<T>(KeyTable<T> table)
        where T : class
    {
        JsonObject properties = [];
        foreach (Key<T> key in table.Keys)
            properties[key.Name] = Property(key, table.Empty);
        JsonObject schema = new() { ["title"] = table.Title, ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        string[] required = [.. from key in table.Keys where key.IsRequired select key.Name];
        if (required.Length > 0)
            schema["required"] = ValueSchemas.Texts(required);
        return schema;
    }

    /// <summary>A text, or an object that says more; each keyword of a schema is about one of the two only.</summary>
    public static JsonObject OrText(this JsonObject schema, JsonObject text)
    {
        schema["type"] = new JsonArray("string", "object");
        foreach ((string keyword, JsonNode? value) in text)
            schema.TryAdd(keyword, value?.DeepClone());
        return schema;
    }

    /// <summary>What goes beyond the single keys: which value of one key needs or forbids another.</summary>
    public static JsonObject With(this JsonObject schema, params JsonNode[] conditions)
    {
        schema["allOf"] = new JsonArray(conditions);
        return schema;
    }

    private static JsonObject Property<T>(Key<T> key, T empty)
        where T : class
    {
        JsonObject schema = key.Schema();
        if (!key.IsRequired)
            AllowNull(schema);
        schema.Insert(0, "description", key.Meaning);
        if (!key.IsRequired && Default(key.ValueOf(empty)) is { } value)
            schema["default"] = value;
        return schema;
    }

    /// <summary>A value that is null counts as left out.</summary>
    private static void AllowNull(JsonObject schema)
    {
        schema["type"] = schema["type"] is JsonArray several ? new JsonArray([.. several.Select(type => type!.DeepClone()), "null"]) : new JsonArray(schema["type"]!.DeepClone(), "null");
        if (schema["enum"] is JsonArray words)
            words.Add(null);
    }

    /// <summary>As a person would write it.</summary>
    private static JsonNode? Default(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag,
        int number => number,
        long bytes => ByteSize.Format(bytes),
        TimeSpan span => Duration.Format(span),
        Enum word => char.ToLowerInvariant($"{word}"[0]) + $"{word}"[1..],
        IEnumerable list => ValueSchemas.Texts(list.Cast<string>()),
        _ => throw new InvalidOperationException($"No default is written as {value.GetType()}."),
    };
}
