namespace Tidy.Core.Configuration;

/// <summary>The configurations that come with the tool (<c>Presets/*.json</c>): rules and allowed entries under a name.</summary>
public static class Preset
{
    private const string Prefix = "preset.";

    /// <summary>The layer under all presets; nothing can name it.</summary>
    private const string KnownName = "known";

    /// <summary>The presets that <c>extends</c> may name, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = Find();

    /// <summary>In use where there is no <c>tidy.json</c>.</summary>
    public static IReadOnlyList<string> Defaults { get; } = ["dotnet", "agents"];

    /// <summary>Why there is no such preset, completing "'extends[0]' …", or null.</summary>
    internal static string? ProblemOf(string name) => Names.Contains(name)
        ? null
        : $"names no preset: '{name}'{NearestWord.Hint(name, Names)} Valid values are {string.Join(", ", Names)}.";

    /// <exception cref="TidyException">One of those that <c>--preset</c> names does not exist.</exception>
    internal static void RequireKnown(IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            if (ProblemOf(name) is { } problem)
                throw new TidyException(Codes.Usage, ExitCode.Usage, $"--preset {problem}");
        }
    }

    /// <summary>What every preset agrees on: its rules are asked before those of any preset.</summary>
    internal static TidyConfig LoadKnown() => Load(KnownName);

    internal static TidyConfig Load(string name)
    {
        using Stream stream = typeof(Preset).Assembly.GetManifestResourceStream(Prefix + name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return ConfigText.Of(bytes, $"{name}.json").Parse();
    }

    private static string[] Find()
    {
        string[] resources = Array.FindAll(typeof(Preset).Assembly.GetManifestResourceNames(), name => name.StartsWith(Prefix, StringComparison.Ordinal) && name != Prefix + KnownName);
        Array.Sort(resources, StringComparer.Ordinal);
        return Array.ConvertAll(resources, name => name[Prefix.Length..]);
    }
}
