namespace Tidy.Core.Configuration;

/// <summary>One key of an object in <c>tidy.json</c>: its name, and how its value is read.</summary>
/// <typeparam name="T">What the object becomes. Reading a key makes a new one of the one before.</typeparam>
internal sealed class Key<T>(string name, KeyReader<T> read)
    where T : class
{
    public string Name => name;

    public KeyReader<T> Read => read;
}
