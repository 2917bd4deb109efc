using Tidy.Core.Rules;

namespace Tidy.Core.Configuration;

/// <summary>
/// Reads <c>tidy.json</c> and lays it over the presets it extends: its rules are asked first, then what all presets know, then the rules
/// of the presets in the order of <c>extends</c>; a rule whose id an earlier layer has is dropped; <c>root.allow</c> is the union, and
/// <c>root.policy</c> that of the first layer that says one. All other settings come from the file alone. In a preset's destinations
/// <c>archive/</c> stands for the folder <c>archive.path</c>.
/// </summary>
/// <remarks>
/// Every mistake is a <see cref="TidyException"/> that says <c>tidy.json(line,column): what is wrong</c>, both counted from 1, with exit
/// code <see cref="ExitCode.Usage"/> and the code <see cref="Codes.BadConfig"/>, <see cref="Codes.PathRefused"/> for a folder outside
/// the workspace, or <see cref="Codes.NewerSchema"/>.
/// </remarks>
public static class ConfigReader
{
    private const string PresetArchive = "archive/";

    /// <exception cref="TidyException">It cannot be read, or something in it is wrong.</exception>
    public static TidyConfig Read(string path) => Layer(ConfigText.Load(path)) with { File = Path.GetFullPath(path) };

    /// <param name="fileName">What errors call the text.</param>
    /// <exception cref="TidyException">Something in it is wrong.</exception>
    public static TidyConfig Parse(string json, string fileName) => Layer(ConfigText.Of(json, fileName));

    /// <summary>The configuration of a workspace without a <c>tidy.json</c>.</summary>
    /// <exception cref="TidyException">There is no such preset.</exception>
    public static TidyConfig FromPresets(IReadOnlyList<string> names)
    {
        Preset.RequireKnown(names);
        return Layer(new TidyConfig { Presets = names });
    }

    /// <summary>What a preset would bring into a configuration that has none, with the archive where that has it.</summary>
    internal static TidyConfig OfPreset(string name, ArchiveConfig archive) => Layer(new TidyConfig { Presets = [name], Archive = archive });

    private static TidyConfig Layer(ConfigText text) => Layer(text.Parse());

    private static TidyConfig Layer(TidyConfig file)
    {
        var rules = new List<Rule>(file.Rules);
        var allow = new List<AllowedEntry>(file.Root.Allow);
        RootPolicy? policy = file.Root.SaidPolicy;
        var ids = new HashSet<string>(file.Rules.Select(rule => rule.Id), StringComparer.Ordinal);
        foreach (TidyConfig preset in Presets(file.Presets))
        {
            policy ??= preset.Root.SaidPolicy;
            allow.AddRange(preset.Root.Allow);
            rules.AddRange(from rule in preset.Rules where ids.Add(rule.Id) select InArchive(rule, file.Archive.Path));
        }

        return file with { Rules = rules, Root = new RootConfig { SaidPolicy = policy, Allow = allow } };
    }

    private static IEnumerable<TidyConfig> Presets(IReadOnlyList<string> names) => names.Count == 0 ? [] : names.Select(Preset.Load).Prepend(Preset.LoadKnown());

    private static Rule InArchive(Rule rule, string archive) => rule.To?.StartsWith(PresetArchive, StringComparison.Ordinal) == true
        ? rule with { To = $"{archive}/{rule.To[PresetArchive.Length..]}" }
        : rule;
}
