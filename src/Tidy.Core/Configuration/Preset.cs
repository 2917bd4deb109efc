using System.Reflection;

namespace Tidy.Core.Configuration;

/// <summary>The configurations that come with the tool (<c>Presets/*.json</c>): rules and allowed entries under a name.</summary>
public static class Preset
{
    private const string Prefix = "preset.";

    /// <summary>The presets that <c>extends</c> may name, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. from resource in typeof(Preset).Assembly.GetManifestResourceNames()
            where resource.StartsWith(Prefix, StringComparison.Ordinal)
            orderby resource
            select resource[Prefix.Length..]];

    /// <summary>Why there is no such preset, completing "'extends[0]' …", or null.</summary>
    internal static string? ProblemOf(string name) => Names.Contains(name)
        ? null
        : $"names no preset: '{name}'{NearestWord.Hint(name, Names)} Valid values are {string.Join(", ", Names)}.";

    internal static TidyConfig Load(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name)!;
        using var reader = new StreamReader(stream);
        var text = ConfigText.Of(reader.ReadToEnd(), $"{name}.json");
        return new ConfigMapping(text).Map(text.Deserialize());
    }
}
