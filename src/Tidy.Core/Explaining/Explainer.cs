using Tidy.Core.Configuration;
using Tidy.Core.Phases;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Explaining;

/// <summary>Collects what a finished plan, and all that it was made from, say about one path.</summary>
internal sealed class Explainer(PlanBuilder plan, ExplainedPath asked)
{
    private readonly TidyConfig config = plan.Request.Config;

    public Explanation Explain()
    {
        Plan made = plan.Build();
        return asked.Path is { } path ? Of(path, made) : new Explanation
        {
            Path = asked,
            Kind = KindOfForbidden(),
            Git = new GitAnswer(State: null, "not asked: such a path is never moved", WasAsked: plan.Protections.Answer is not null),
            Findings = [.. made.Findings.Where(f => f.Path == asked.Text)],
        };
    }

    private Explanation Of(WorkspacePath path, Plan made)
    {
        FileKind? kind = plan.Services.Files.Stat(plan.Request.Root.Resolve(path), out FileStat stat).IsOk ? stat.Kind : null;
        RootEntry entry = new(path.Name, kind is null ? asked.MeansFolder : IsListedAsFolder(path, stat));
        PendingMove? pending = plan.Queue.FindBySource(path);
        IReadOnlyList<RuleVerdict> rules = [.. Verdicts(path, entry, kind)];
        PlanEntry? planned = EntryOf(made, path);
        Finding[] findings = [.. made.Findings.Where(f => f.Path == path.Value)];
        // Of documents, only what nothing allows there is held against the rules; then the plan has something to say about it.
        bool belongs = path.Parent is null ? Belongs(entry) : planned is null && findings.Length == 0;
        Rule? decides = belongs ? null : rules.FirstOrDefault(r => r.Matches)?.Rule;
        bool isCandidate = kind is not null && (pending is not null || decides is { Action: not RuleAction.Keep });
        return new Explanation
        {
            Path = asked,
            Kind = kind,
            Phase = planned is not null && planned.Source.Equals(path) && pending is null ? planned.Phase : PhaseOf(path),
            IsOwn = path.Parent is null && plan.RootRules.IsOwn(path.Name),
            AllowedBy = path.Parent is null ? plan.RootRules.AllowedBy(entry) : null,
            Rules = rules,
            Decides = decides,
            Protections = isCandidate ? [.. plan.Protections.All(path, entry.IsFolder)] : [.. ProtectionOf(planned)],
            Git = Git(path, entry.IsFolder, kind is not null), // after the protections, which may ask git
            Age = decides is { Action: RuleAction.Move } && kind is not null ? new AgeAnswer(stat.ModifiedAt, decides.MinAge, config.BuildMinAge) : null,
            Destination = Destination(path, planned, decides),
            Pending = pending,
            Entry = planned,
            Findings = [.. findings, .. made.Findings.Where(f => f.Code == Codes.GitUnknown)],
        };
    }

    /// <summary>As planned; of what only something stronger than its rule keeps, as the rule has it.</summary>
    private DestinationAnswer? Destination(WorkspacePath path, PlanEntry? planned, Rule? decides)
    {
        if (planned is null)
            return null;
        return DestinationAnswer.Of(plan, planned) ?? (decides is null || planned.Stat.Kind == FileKind.Link ? null : DestinationAnswer.Of(plan, path, decides));
    }

    /// <summary>The phases take a link to a folder for a folder, as the listing does.</summary>
    private bool IsListedAsFolder(WorkspacePath path, in FileStat stat) => stat.Kind == FileKind.Directory
        || (path.Parent is null && plan.Root.Entries.Any(e => e.IsFolder && WorkspacePath.Comparer.Equals(e.Name, path.Name)));

    private bool Belongs(RootEntry entry) => plan.RootRules.IsOwn(entry.Name) || plan.RootRules.AllowedBy(entry) is not null || plan.RootRules.IsTruthSource(entry);

    /// <summary>Rules are asked about entries of the root, and about files among the documents where those are to be reduced.</summary>
    private IEnumerable<RuleVerdict> Verdicts(WorkspacePath path, RootEntry entry, FileKind? kind)
    {
        bool isDocument = PhaseOf(path) == DocsPhase.PhaseName && config.Docs is { Mode: DocsMode.Reduce } && kind is null or FileKind.File;
        if (path.Parent is not null && !isDocument)
            return [];
        IEntryFacts facts = path.Parent is { } folder
            ? new EntryFacts(plan, Siblings.In(() => plan.List(folder)), folder, entry)
            : plan.FactsOf(entry);
        return plan.RootRules.Explain(kind is null ? new AbsentFacts(facts) : facts);
    }

    /// <summary>Of what another phase than the root's would move; it asked for the first that keeps it.</summary>
    private static IEnumerable<string> ProtectionOf(PlanEntry? planned) =>
        planned is { Status: EntryStatus.Protected, Message: { } why } ? [why] : [];

    /// <summary>Only what the plan had to know: where nothing would move, git is not started.</summary>
    private GitAnswer Git(WorkspacePath path, bool isFolder, bool exists)
    {
        if (!exists)
            return new GitAnswer(State: null, "not asked: nothing is there", plan.Protections.Answer is not null);
        if (plan.Protections.Answer is not { } answer)
            return new GitAnswer(State: null, "not asked: nothing in the workspace would move", WasAsked: false);
        if (answer.Problem is { } problem)
            return new GitAnswer(State: null, problem, WasAsked: true) { IsUnknown = true };
        return plan.Protections.StateOf(path, isFolder) is { } state
            ? new GitAnswer(state, answer.IsOutside ? "there is no git repository" : null, WasAsked: true)
            : new GitAnswer(State: null, "not asked: nothing would move from here", WasAsked: true);
    }

    /// <summary>It cannot be named to the system as it is written in a listing; then the listing has to do.</summary>
    private FileKind? KindOfForbidden()
    {
        string full = Path.Combine(plan.Request.Root.FullPath, asked.Text.Replace('/', Path.DirectorySeparatorChar));
        if (Directory.Exists(full))
            return FileKind.Directory;
        if (File.Exists(full))
            return FileKind.File;
        RootEntry? listed = plan.Root.Entries.FirstOrDefault(e => e.Name == asked.Text);
        return listed is null ? null : listed.IsFolder ? FileKind.Directory : FileKind.File;
    }

    private static PlanEntry? EntryOf(Plan made, WorkspacePath path)
    {
        PlanEntry? found = null;
        for (WorkspacePath? at = path; at is not null && found is null; at = at.Parent)
            found = made.Entries.FirstOrDefault(e => e.Source.Equals(at) && (e.Source.Equals(path) || e is { Action: PlanAction.Move, Status: EntryStatus.Planned }));
        return found;
    }

    private string? PhaseOf(WorkspacePath path)
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
