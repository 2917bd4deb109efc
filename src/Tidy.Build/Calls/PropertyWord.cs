namespace Tidy.Build.Calls;

/// <summary>A property's value that is one of a few words, whatever their case. Enum.TryParse would also take numbers and lists.</summary>
internal static class PropertyWord
{
    public static bool TryParse<T>(string word, out T value)
        where T : struct, Enum
    {
        string? name = Array.Find(Enum.GetNames(typeof(T)), n => n.Equals(word, StringComparison.OrdinalIgnoreCase));
        value = name is null ? default : (T)Enum.Parse(typeof(T), name);
        return name is not null;
    }
}
