using System.Text.Json.Nodes;

namespace Tidy.Core.Configuration;

/// <summary>A kind of value in <c>tidy.json</c>: how it is read and checked, and what a JSON Schema can say of that.</summary>
/// <param name="schema">Makes a new one; asked only when a schema is written. It may allow more than is read, never less.</param>
internal sealed class Value<T>(ValueRead<T> read, Func<JsonObject> schema)
{
    public ValueRead<T> Read => read;

    public Func<JsonObject> Schema => schema;
}
