using System.Text.Json.Nodes;

namespace Tidy.Core.Configuration;

/// <summary>
/// One key of an object in <c>tidy.json</c>, and all there is to say about it: how its value is read, its schema, its default, its meaning. The
/// guide <c>docs/configuration.md</c> and the schema for editors are written from it.
/// </summary>
/// <typeparam name="T">What the object becomes. Reading a key makes a new one of the one before.</typeparam>
internal sealed class Key<T>
    where T : class
{
    private Key(string name, KeyReader<T> read, Func<JsonObject> schema, string meaning) => (Name, Read, Schema, Meaning) = (name, read, schema, meaning);

    public string Name { get; }

    public KeyReader<T> Read { get; }

    /// <summary>Makes the schema of the value.</summary>
    public Func<JsonObject> Schema { get; }

    /// <summary>Markdown, for a person who writes the file.</summary>
    public string Meaning { get; }

    /// <summary>An object without it is refused.</summary>
    public bool IsRequired { get; private init; }

    /// <summary>Tells the value that an object has; of one with no key set that is the default. Null: none.</summary>
    public Func<T, object?> ValueOf { get; private init; } = static _ => null;

    public static Key<T> Of<TValue>(string name, Value<TValue> value, Func<T, TValue, T> set, Func<T, object?> get, string meaning) =>
        new(name, (before, ref json) => set(before, value.Read(ref json)), value.Schema, meaning) { ValueOf = get };

    public static Key<T> Of(string name, SpanValue value, Func<T, TimeSpan, T> set, Func<T, object?> get, string meaning) =>
        new(name, (before, ref json) => set(before, value.Read(ref json)), value.Schema, meaning) { ValueOf = get };

    public static Key<T> Required(string name, SpanValue value, Func<T, TimeSpan, T> set, string meaning) =>
        new(name, (before, ref json) => set(before, value.Read(ref json)), value.Schema, meaning) { IsRequired = true };

    public static Key<T> Required<TValue>(string name, Value<TValue> value, Func<T, TValue, T> set, string meaning) =>
        new(name, (before, ref json) => set(before, value.Read(ref json)), value.Schema, meaning) { IsRequired = true };

    /// <summary>An object whose keys are read into the same <typeparamref name="T"/>.</summary>
    public static Key<T> Section(string name, KeyTable<T> table, string meaning) =>
        new(name, (before, ref json) => json.Object(table, before), () => ObjectSchema.Of(table), meaning);
}
