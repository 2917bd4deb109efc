using Tidy.Core.Configuration;
using Tidy.Core.Phases;
using Tidy.Core.Queue;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>Why a path would move, or why not: every rule in order, what protects it, what the queue knows, what a run would do.</summary>
public sealed record Explanation
{
    public required WorkspacePath Path { get; init; }

    public required bool Exists { get; init; }

    public bool IsFolder { get; init; }

    /// <summary>The phase that judges what lies there, e.g. <c>root</c>; null when none does.</summary>
    public string? Phase { get; init; }

    /// <summary>What the tool, git or the configuration need at the root.</summary>
    public bool IsOwn { get; init; }

    public AllowedEntry? AllowedBy { get; init; }

    public IReadOnlyList<RuleVerdict> Rules { get; init; } = [];

    /// <summary>What keeps it whatever the rules say: tracked by git, named by a project file, …. Null when nothing would move it anyway.</summary>
    public string? Protection { get; init; }

    public PendingMove? Pending { get; init; }

    /// <summary>What a run would do with it, or with a folder around it that goes as a whole.</summary>
    public PlanEntry? Entry { get; init; }

    /// <summary>What a run would report about it.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Answers from the very plan that <c>plan</c> would print. Writes nothing.</summary>
    public static Explanation Of(RunRequest request, RunServices services, WorkspacePath path)
    {
        QueueStore store = new(request.Root, services.Files, services.Clock, request.Config.Queue);
        PendingQueue queue = store.Read().Queue;
        PlanBuilder builder = new Planner(request, services).Ask(queue);
        Plan plan = builder.Build();
        bool exists = services.Files.Stat(request.Root.Resolve(path), out Platform.FileStat stat).IsOk;
        RootEntry entry = new(path.Value, stat.Kind == Platform.FileKind.Directory);
        RootRules rules = builder.RootRules;
        IEntryFacts facts = builder.FactsOf(entry);
        PendingMove? pending = queue.FindBySource(path);
        bool isNamed = path.Parent is null && rules.IsOutOfPlace(entry, facts, out _);
        return new Explanation
        {
            Path = path,
            Exists = exists,
            IsFolder = entry.IsFolder,
            IsOwn = rules.IsOwn(path.Value),
            AllowedBy = rules.AllowedBy(entry),
            Rules = path.Parent is null ? [.. rules.Explain(facts)] : [],
            Protection = exists && (pending is not null || isNamed) ? builder.Protections.Of(path, entry.IsFolder) : null,
            Pending = pending,
            Entry = EntryOf(plan, path),
            Phase = PhaseOf(request.Config, path),
            Findings = [.. plan.Findings.Where(f => f.Path == path.Value || f.Code == Codes.GitUnknown)],
        };
    }

    private static PlanEntry? EntryOf(Plan plan, WorkspacePath path)
    {
        PlanEntry? found = null;
        for (WorkspacePath? at = path; at is not null && found is null; at = at.Parent)
            found = plan.Entries.FirstOrDefault(e => e.Source.Equals(at) && (e.Source.Equals(path) || e is { Action: PlanAction.Move, Status: EntryStatus.Planned }));
        return found;
    }

    private static string? PhaseOf(TidyConfig config, WorkspacePath path)
    {
        if (config.Migrations.Any(m => path.IsWithin(WorkspacePath.Parse(m.From))))
            return MigratePhase.PhaseName;
        if (path.Parent is null)
            return RootPhase.PhaseName;
        if (config.Docs is { } docs && WorkspacePath.Parse(docs.Path).Equals(path.Parent))
            return DocsPhase.PhaseName;
        if (config.Runs is { } runs && path.IsWithin(WorkspacePath.Parse(runs.Path)))
            return RunsPhase.PhaseName;
        return config.Archive.IsTended && path.IsWithin(WorkspacePath.Parse(config.Archive.Path)) ? ArchivePhase.PhaseName : null;
    }
}
