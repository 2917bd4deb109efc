using Tidy.Core.Platform;

namespace Tidy.Core.Configuration;

/// <summary>Makes a valid configuration of one file's sections; presets are not in it yet.</summary>
internal sealed class ConfigMapping(ConfigText text)
{
    private readonly ConfigChecks checks = new(text);

    public TidyConfig Map(TidyFile file)
    {
        text.RequireVersion(file.Version ?? 1);
        var defaults = new TidyConfig();
        return defaults with
        {
            Presets = Presets(file.Extends),
            Root = Root(file.Root),
            Rules = new RuleMapping(text).Map(file.Rules),
            Queue = Queue(file.Queue ?? new QueueSection(), defaults.Queue),
            Tracked = (TrackedFilesPolicy)checks.Word(file.Git?.Tracked, ConfigWords.TrackedFiles, (int)defaults.Tracked, "git.tracked"),
            InUse = (InUsePolicy)checks.Word(file.InUse, ConfigWords.InUse, (int)defaults.InUse, "inUse"),
            BuildMinAge = checks.Span(file.Build?.MinAge, defaults.BuildMinAge, "build.minAge"),
            Limits = Limits(file.Limits ?? new LimitsSection(), defaults.Limits),
            ArchivePath = file.Archive?.Path is { } path ? checks.Folder(path, "archive.path").TrimEnd('/') : defaults.ArchivePath,
            CommitArchive = file.Archive?.Commit ?? defaults.CommitArchive,
            SectionsWithoutPhase = new LaterSections(text).Check(file),
        };
    }

    private List<string> Presets(IReadOnlyList<string?>? names)
    {
        var presets = new List<string>();
        foreach (string name in checks.Items(names, "extends"))
        {
            if (Preset.ProblemOf(name) is { } problem)
                throw text.Problem($"extends[{presets.Count}]", problem);
            if (presets.Contains(name))
                throw text.Problem($"extends[{presets.Count}]", $"names the preset '{name}' a second time.");
            presets.Add(name);
        }

        return presets;
    }

    private RootConfig Root(RootSection? section)
    {
        List<AllowedEntry> allow = checks.Items(section?.Allow, "root.allow");
        for (int i = 0; i < allow.Count; i++)
            checks.Pattern(allow[i].Path, $"root.allow[{i}]");
        return new RootConfig { Policy = (RootPolicy)checks.Word(section?.Policy, ConfigWords.RootPolicies, (int)RootPolicy.Clutter, "root.policy"), Allow = allow };
    }

    private QueueConfig Queue(QueueSection section, QueueConfig defaults)
    {
        var queue = new QueueConfig
        {
            BaseBackoff = checks.PositiveSpan(section.BaseBackoff, defaults.BaseBackoff, "queue.baseBackoff"),
            MaxBackoff = checks.PositiveSpan(section.MaxBackoff, defaults.MaxBackoff, "queue.maxBackoff"),
            MaxAttempts = checks.Positive(section.MaxAttempts, defaults.MaxAttempts, "queue.maxAttempts"),
            AbandonAfter = checks.PositiveSpan(section.AbandonAfter, defaults.AbandonAfter, "queue.abandonAfter"),
            Order = (QueueOrder)checks.Word(section.Order, ConfigWords.QueueOrders, (int)defaults.Order, "queue.order"),
            MaxItems = checks.Positive(section.MaxItems, defaults.MaxItems, "queue.maxItems"),
            MaxBytes = checks.PositiveSize(section.MaxBytes, defaults.MaxBytes, "queue.maxBytes"),
        };
        if (queue.MaxBackoff >= queue.BaseBackoff)
            return queue;
        string later = section.MaxBackoff is null ? "queue.baseBackoff" : "queue.maxBackoff";
        throw text.Problem(later, $"does not fit: the longest wait ({Duration.Format(queue.MaxBackoff)}) is shorter than the first ({Duration.Format(queue.BaseBackoff)}).");
    }

    private LimitsConfig Limits(LimitsSection section, LimitsConfig defaults) => new()
    {
        MaxMoves = checks.Positive(section.MaxMoves, defaults.MaxMoves, "limits.maxMoves"),
        MaxBytes = checks.PositiveSize(section.MaxBytes, defaults.MaxBytes, "limits.maxBytes"),
    };
}
