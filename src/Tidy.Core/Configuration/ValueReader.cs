using System.Text;
using System.Text.Json;

namespace Tidy.Core.Configuration;

/// <summary>
/// Reads a configuration value by value, and knows where each is written. Comments and trailing commas are fine; unknown and repeated
/// keys are not. A value that is null counts as left out.
/// </summary>
/// <remarks>
/// No serializer: the run time compiles some hundred and fifty of its methods at every start, even with generated code, which is more
/// than all the rest of a run that has nothing to move.
/// </remarks>
internal ref struct ValueReader(ConfigText text, ReadOnlySpan<byte> json)
{
    public static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16 };

    /// <summary>Offset of each value, by its path; the whole file has none.</summary>
    private readonly Dictionary<string, int> places = [];
    private Utf8JsonReader reader = new(json, Lenient);

    /// <summary>The value it stands at, such as <c>rules[2].to</c>; empty for the whole file.</summary>
    public string Path { get; private set; } = "";

    public readonly bool IsFlag => reader.TokenType is JsonTokenType.True or JsonTokenType.False;

    public readonly bool IsText => reader.TokenType == JsonTokenType.String;

    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="TidyException">A value in it is not what it should be.</exception>
    public T File<T>(KeyTable<T> table)
        where T : class
    {
        reader.Read();
        T file = Object(table, table.Empty);
        reader.Read(); // throws when there is more
        return file;
    }

    /// <param name="value">What it has before: keys that are not written stay so.</param>
    public T Object<T>(KeyTable<T> table, T value, string expected = "an object.")
        where T : class
    {
        Require(reader.TokenType == JsonTokenType.StartObject, expected);
        string owner = Path;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            Key<T> key = KeyOf(owner, table);
            Enter(owner.Length == 0 ? key.Name : $"{owner}.{key.Name}");
            reader.Read();
            places[Path] = Place;
            if (reader.TokenType != JsonTokenType.Null)
                value = key.Read(value, ref this);
        }

        Path = owner;
        return value;
    }

    public List<T> List<T>(ValueRead<T> read)
        where T : class
    {
        Require(reader.TokenType == JsonTokenType.StartArray, "a list.");
        string owner = Path;
        List<T> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Enter($"{owner}[{items.Count}]");
            if (reader.TokenType == JsonTokenType.Null)
                throw Problem("is null; leave the item out instead.");
            items.Add(read(ref this));
        }

        Path = owner;
        return items;
    }

    public readonly string Text(string expected = "a text.")
    {
        Require(IsText, expected);
        return GetString();
    }

    /// <summary>A number is taken as it is written, so that one place says which numbers are valid.</summary>
    public readonly string NumberOrText(string expected) =>
        reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan) : Text(expected);

    public readonly int Number()
    {
        int number = 0;
        Require(reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out number), "a whole number.");
        return number;
    }

    public readonly bool Flag()
    {
        Require(IsFlag, "true or false.");
        return reader.TokenType == JsonTokenType.True;
    }

    /// <summary>An object as it is, for a key whose value is somebody else's format.</summary>
    public JsonElement Json()
    {
        Require(reader.TokenType == JsonTokenType.StartObject, "an object.");
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>An error at the value it stands at or has just read; the message completes "'rules[2].to' …".</summary>
    public readonly TidyException Problem(string message, string code = Codes.BadConfig) => text.Problem(places[Path], $"'{Path}' {message}", code);

    /// <summary>An error at <paramref name="key"/> of the object it has just read, or at that object when it has no such key.</summary>
    public readonly TidyException ProblemOf(string key, string message)
    {
        string path = places.ContainsKey($"{Path}.{key}") ? $"{Path}.{key}" : Path;
        return text.Problem(places[path], $"'{path}' {message}");
    }

    private readonly int Place => (int)reader.TokenStartIndex;

    private readonly Key<T> KeyOf<T>(string owner, KeyTable<T> table)
        where T : class
    {
        string name = GetString();
        foreach (Key<T> key in table.Keys)
        {
            if (key.Name == name)
                return key;
        }

        if (table.RefusalOf?.Invoke(name) is { } refusal)
            throw text.Problem(Place, refusal, Codes.SecretInSettings);
        string[] known = Array.ConvertAll(table.Keys, key => key.Name);
        string place = owner.Length == 0 ? "" : $" in '{owner}'";
        throw text.Problem(Place, $"unknown key '{name}'{place}{NearestWord.Hint(name, known)} Valid keys are {string.Join(", ", known)}.");
    }

    private readonly string GetString()
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw text.Problem(Place, "the text here is not valid Unicode: bytes that are not UTF-8, or half of a surrogate pair.", inner: e);
        }
    }

    private void Enter(string path)
    {
        Path = path;
        if (!places.TryAdd(path, Place))
            throw text.Problem(Place, $"the key '{path}' is there twice.");
    }

    private readonly void Require(bool isExpected, string expected)
    {
        if (!isExpected)
            throw text.Problem(Place, $"{(Path.Length == 0 ? "the file" : $"'{Path}'")} should be {expected}");
    }
}
