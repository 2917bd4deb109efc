using Tidy.Core.Platform;

namespace Tidy.Core.Configuration;

/// <summary>The keys of <c>tidy.json</c> and of a preset, and of the sections with a key or two; presets are named but not yet laid under.</summary>
internal static class FileKeys
{
    private static readonly Key<TidyConfig>[] Git =
    [
        new("tracked", (file, ref json) => file with { Tracked = (TrackedFilesPolicy)json.Word(ConfigWords.TrackedFiles) }),
    ];

    private static readonly Key<TidyConfig>[] Build = [new("minAge", (file, ref json) => file with { BuildMinAge = json.Span() })];

    private static readonly Key<LimitsConfig>[] Limits =
    [
        new("maxMoves", (limits, ref json) => limits with { MaxMoves = json.Positive() }),
        new("maxBytes", (limits, ref json) => limits with { MaxBytes = json.PositiveSize() }),
    ];

    public static readonly Key<TidyConfig>[] All =
    [
        new("$schema", Schema),
        new(FileVersion.Key, FileVersion.Require),
        new("extends", (file, ref json) => file with { Presets = Presets(ref json) }),
        new("root", (file, ref json) => file with { Root = json.Object(file.Root, RootKeys.All) }),
        new("rules", (file, ref json) => file with { Rules = RuleKeys.Rules(ref json) }),
        new("migrations", (file, ref json) => file with { Migrations = MigrationKeys.Migrations(ref json) }),
        new("docs", (file, ref json) => file with { Docs = json.Object(new DocsConfig(), DocsKeys.All) }),
        new("runs", (file, ref json) => file with { Runs = json.Object(new RunsConfig(), RunsKeys.All) }),
        new("archive", (file, ref json) => file with { Archive = json.Object(file.Archive, ArchiveKeys.All) }),
        new("required", (file, ref json) => file with { Required = RequiredKeys.Required(ref json) }),
        new("queue", (file, ref json) => file with { Queue = QueueKeys.Queue(file.Queue, ref json) }),
        new("journal", (file, ref json) => file with { Journal = json.Object(file.Journal, JournalKeys.All) }),
        new("git", (file, ref json) => json.Object(file, Git)),
        new("inUse", (file, ref json) => file with { InUse = (InUsePolicy)json.Word(ConfigWords.InUse) }),
        new("build", (file, ref json) => json.Object(file, Build)),
        new("limits", (file, ref json) => file with { Limits = json.Object(file.Limits, Limits) }),
    ];

    /// <summary>For editors only.</summary>
    private static TidyConfig Schema(TidyConfig file, ref ValueReader json)
    {
        json.Text();
        return file;
    }

    private static List<string> Presets(ref ValueReader json)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return json.List((ref item) =>
        {
            string name = item.Text();
            if (Preset.ProblemOf(name) is { } problem)
                throw item.Problem(problem);
            return names.Add(name) ? name : throw item.Problem($"names the preset '{name}' a second time.");
        });
    }
}
