using Tidy.Core.Configuration;
using Tidy.Core.Git;
using Tidy.Core.Phases;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Explaining;

/// <summary>How to get another answer than the one told. A line is only given when it does what is promised of it.</summary>
internal sealed class Adviser(PlanBuilder plan, Explanation told)
{
    private readonly TidyConfig config = plan.Request.Config;

    public IEnumerable<Advice> Advise()
    {
        if (told.Path.Path is not { } path || !told.Exists || told.IsOwn)
            return [];
        if (told.Pending is { } item)
            return OfQueue(item);
        if (told.Entry is { Status: EntryStatus.Planned } entry)
            return ToStay(entry);
        if (told.AllowedBy is { } allowed)
            return [OfAllowed(allowed)];
        if (told.Entry is { Status: EntryStatus.Protected })
            return ToLift();
        return path.Parent is null ? OfRootEntry(path) : OfDocument(path);
    }

    /// <summary>No line takes another one away.</summary>
    private Advice OfAllowed(AllowedEntry allowed)
    {
        bool hasRule = told.Rules.FirstOrDefault(r => r.Matches)?.Rule.Action == RuleAction.Move;
        return Plain(AdviceAim.Move, $"take '{allowed.Path}' out of root.allow{(hasRule ? "" : ", and add a rule")}");
    }

    private IEnumerable<Advice> OfQueue(PendingMove item)
    {
        yield return Command(AdviceAim.Try, $"dotnet tidy {(item.Status == PendingStatus.Held ? "queue release" : "retry")} {item.Id}");
        if (item.Status == PendingStatus.Pending)
            yield return Command(AdviceAim.Hold, $"dotnet tidy queue hold {item.Id}");
        string drop = $"dotnet tidy queue drop {item.Id}";
        if (item.Source.Parent is not null)
        {
            yield return Command(AdviceAim.Forget, drop);
            yield break;
        }

        Advice stay = With(AdviceAim.Stay, ConfigLine.Allow(RuleDraft.PatternOf(new RootEntry(item.Source.Name, told.Kind == FileKind.Directory))));
        yield return stay with { Commands = [.. stay.Commands, drop] };
    }

    private IEnumerable<Advice> ToStay(PlanEntry entry)
    {
        WorkspacePath source = entry.UnitOf ?? entry.Source; // a companion stays with its database
        bool isFolder = entry.UnitOf is null && entry.Stat.Kind == FileKind.Directory;
        string pattern = RuleDraft.PatternOf(new RootEntry(source.Name, isFolder));
        return (entry.Phase, entry.Action) switch
        {
            (_, PlanAction.WriteIndex) => [],
            (MigratePhase.PhaseName, _) => [Plain(AdviceAim.Stay, "take the migration out of 'migrations'")],
            (ArchivePhase.PhaseName, _) => [With(AdviceAim.Stay, ConfigLine.Item("required", source.Value))],
            (RunsPhase.PhaseName, _) => [With(AdviceAim.Stay, ConfigLine.Item("runs.protect", pattern.TrimEnd('/')))],
            (DocsPhase.PhaseName, _) when source.Parent is not null => [With(AdviceAim.Stay, ConfigLine.Item("docs.allow", pattern))],
            _ when source.Parent is null => [With(AdviceAim.Stay, ConfigLine.Allow(pattern))],
            _ => [],
        };
    }

    /// <summary>A line helps only where git is all that keeps it.</summary>
    private IEnumerable<Advice> ToLift()
    {
        if (told is { Git.State: GitState.Tracked, Protections.Count: 1, Phase: not RetryPhase.PhaseName } && config.Tracked == TrackedFilesPolicy.Keep)
        {
            yield return With(AdviceAim.Move, ConfigLine.MoveTracked) with { Text = "let rules move what git tracks, too" };
            yield break;
        }

        foreach (string why in told.Protections)
            yield return Plain(AdviceAim.Move, $"no line in tidy.json does it; it is {why}");
    }

    private IEnumerable<Advice> OfRootEntry(WorkspacePath path)
    {
        RootEntry entry = new(path.Name, told.Kind == FileKind.Directory);
        bool isTruthSource = plan.RootRules.IsTruthSource(entry);
        string? obstacle = isTruthSource ? "the phase 'docs' decides about it" : ObstacleOf(path, entry);
        if (told.Findings.Count > 0 && told.Kind != FileKind.Special)
            yield return With(AdviceAim.Stay, ConfigLine.Allow(RuleDraft.PatternOf(entry)));
        if (told.Findings.Any(f => f.Code == Codes.Secret))
            yield break; // neither here nor in an archive
        if (obstacle is not null)
        {
            yield return Plain(AdviceAim.Move, $"no line in tidy.json does it; {obstacle}");
            yield break;
        }

        string unless = told.Git.WasAsked && !entry.IsFolder ? "" : "; unless git tracks it";
        yield return With(AdviceAim.Move, new RuleDraft(plan, entry).Line()) with { Text = $"a rule of yours, before all others{unless}" };
    }

    /// <summary>What no rule overcomes, as a clause, or null.</summary>
    private string? ObstacleOf(WorkspacePath path, RootEntry entry)
    {
        if (told.Kind == FileKind.Link)
            return "a link would point elsewhere if it moved";
        if (told.Kind == FileKind.Special)
            return "it is a pipe, socket or device";
        if (config.Migrations.Any(m => path.IsWithin(WorkspacePath.Parse(m.From))))
            return "a migration decides about it";
        if (entry.IsFolder && plan.KeepsSomethingIn(path))
            return "something in it stays";
        if (plan.Protections.OfAllIn(path) is { } place)
            return place;
        if (told.Destination is { Fate: DestinationFate.Refused } refused)
            return $"'{refused.Path.Parent}' is reached through a link or something that is no folder";
        if (!told.Git.WasAsked)
            return null;
        if (told.Git is { State: null, Why: { } unknown } && !entry.IsFolder)
            return unknown;
        if (told.Git.State == GitState.Tracked && config.Tracked == TrackedFilesPolicy.Keep)
            return "git tracks it, so it is a part of the repository; 'git mv' moves it";
        return entry.IsFolder ? null : plan.Protections.All(path, isFolder: false).FirstOrDefault();
    }

    /// <summary>Of the documents only what is reported: nothing else stays that could be told to move.</summary>
    private IEnumerable<Advice> OfDocument(WorkspacePath path)
    {
        if (told.Phase != DocsPhase.PhaseName || told.Findings.All(f => f.Code != Codes.UnknownDocument))
            return [];
        string key = told.Kind == FileKind.Directory ? "docs.allowDirs" : "docs.allow";
        return [With(AdviceAim.Stay, ConfigLine.Item(key, path.Name.Replace('\\', '?')))];
    }

    private Advice With(AdviceAim aim, ConfigLine line) => new(aim, Text: null) { Line = line, Commands = config.File is null ? [Init()] : [] };

    /// <summary>Without a configuration the line has no place to go to.</summary>
    private string Init()
    {
        string presets = config.Presets.SequenceEqual(Preset.Defaults) ? "" : string.Concat(config.Presets.Select(p => $" --preset {p}"));
        return $"dotnet tidy init{presets}";
    }

    private static Advice Plain(AdviceAim aim, string text) => new(aim, text);

    private static Advice Command(AdviceAim aim, string command) => new(aim, Text: null) { Commands = [command] };
}
