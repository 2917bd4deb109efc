using System.Text.Json.Nodes;
using Tidy.Core.Platform;

namespace Tidy.Core.Configuration;

/// <summary>The keys of <c>tidy.json</c> and of a preset, and of the sections with a key or two; presets are named but not yet laid under.</summary>
internal static class FileKeys
{
    private static readonly KeyTable<TidyConfig> Git = new(
        "Git",
        new TidyConfig(),
        Key<TidyConfig>.Of("tracked", Values.Word(ConfigWords.TrackedFiles), (file, word) => file with { Tracked = (TrackedFilesPolicy)word }, file => file.Tracked,
            "`keep`: a file that git tracks stays. `move`: it moves, and the index of git follows."));

    private static readonly KeyTable<TidyConfig> Build = new(
        "Builds",
        new TidyConfig(),
        Key<TidyConfig>.Of("minAge", Values.Span, (file, age) => file with { BuildMinAge = age }, file => file.BuildMinAge,
            "Runs that a build starts by itself leave younger files alone, as `--min-age` does for a person. Files in the queue move at any age, and `verify` looks at all: "
            + "in a fresh clone everything is young."));

    private static readonly KeyTable<LimitsConfig> Limits = new(
        "Limits",
        new LimitsConfig(),
        Key<LimitsConfig>.Of("maxMoves", Values.Positive, (limits, count) => limits with { MaxMoves = count }, limits => limits.MaxMoves,
            "A plan with more moves moves nothing (exit code 2)."),
        Key<LimitsConfig>.Of("maxBytes", Values.PositiveSize, (limits, bytes) => limits with { MaxBytes = bytes }, limits => limits.MaxBytes,
            "The same for the bytes to be moved."));

    public static readonly KeyTable<TidyConfig> All = new(
        ConfigSchema.Title,
        new TidyConfig(),
        Key<TidyConfig>.Of("$schema", Values.Text, (file, _) => file, _ => null,
            "For editors: where the schema of this file is. Not read."),
        Key<TidyConfig>.Of(FileVersion.Key, FileVersion.Value, (file, _) => file, _ => 1,
            "The version of this format: `1`."),
        Key<TidyConfig>.Of("extends", new Value<List<string>>(Presets, PresetsSchema), (file, names) => file with { Presets = names }, file => file.Presets,
            "Presets, each once: lists of rules that come with the tool."),
        Key<TidyConfig>.Of("root", Values.Object(() => RootKeys.All), (file, root) => file with { Root = root }, _ => null,
            "What may lie at the root of the workspace."),
        Key<TidyConfig>.Of("rules", Values.Later(() => RuleKeys.Value), (file, rules) => file with { Rules = rules }, file => file.Rules,
            "What moves, and where to. The first rule that matches decides; those of the presets come after these."),
        Key<TidyConfig>.Of("migrations", Values.Later(() => MigrationKeys.Value), (file, moves) => file with { Migrations = moves },
            file => file.Migrations,
            "Folders that moved for good."),
        Key<TidyConfig>.Of("docs", Values.Object(() => DocsKeys.All), (file, docs) => file with { Docs = docs }, file => file.Docs,
            "Looks after the documentation folder, where it is written."),
        Key<TidyConfig>.Of("runs", Values.Object(() => RunsKeys.All), (file, runs) => file with { Runs = runs }, file => file.Runs,
            "Cleans up after runs of tools and agents, where it is written."),
        Key<TidyConfig>.Of("archive", Values.Object(() => ArchiveKeys.All), (file, archive) => file with { Archive = archive }, _ => null,
            "The archive folder, and what happens in it."),
        Key<TidyConfig>.Of("required", Values.Later(() => RequiredKeys.Value), (file, entries) => file with { Required = entries },
            file => file.Required,
            "What the workspace must have (`TIDY2012`): a path, with `/` at the end for a folder, or an object."),
        Key<TidyConfig>.Of("queue", Values.Later(() => QueueKeys.Value), (file, queue) => file with { Queue = queue }, _ => null,
            "Bounds of the queue of files that were in use."),
        Key<TidyConfig>.Of("health", Values.Object(() => HealthKeys.All), (file, health) => file with { Health = health }, _ => null,
            "When `dotnet tidy queue health` warns."),
        Key<TidyConfig>.Of("journal", Values.Object(() => JournalKeys.All), (file, journal) => file with { Journal = journal }, _ => null,
            "How many past runs can be shown and undone."),
        Key<TidyConfig>.Section("git", Git,
            "Files that git tracks."),
        Key<TidyConfig>.Of("inUse", Values.Word(ConfigWords.InUse), (file, word) => file with { InUse = (InUsePolicy)word }, file => file.InUse,
            "What counts as in use where the system would let a file be moved: `any` (a process has it open, mapped or running), `write` (open for writing, or locked), "
            + "`locked` (a lock on it), `off` (only what the system itself refuses)."),
        Key<TidyConfig>.Section("build", Build,
            "Runs that a build starts by itself."),
        Key<TidyConfig>.Of("limits", Values.Object(() => Limits), (file, limits) => file with { Limits = limits }, _ => null,
            "A plan beyond these moves nothing."));

    private static JsonObject PresetsSchema()
    {
        JsonObject list = ValueSchemas.List(ValueSchemas.Word(Preset.Names));
        list["uniqueItems"] = true;
        return list;
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
