using Tidy.Core.Configuration;
using Tidy.Core.Phases;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Docs;

/// <summary>What nothing allows in the documentation folder: files are reported, or go where a rule says; folders and links stay.</summary>
internal sealed class StrayDocuments(PlanBuilder plan, DocsConfig docs, FolderListing listing)
{
    private readonly DocsRules rules = new(plan.Request.Config, docs);
    private readonly SqliteUnits units = new(listing);
    private readonly Routing routing = new(plan, new SqliteUnits(listing), DocsPhase.PhaseName);
    private readonly Siblings siblings = Siblings.In(() => listing);
    private readonly string message = $"Nothing allows it in '{docs.Path}'.";
    private readonly string whyWithoutRule = $"nothing allows it in '{docs.Path}', and no rule says where it belongs";
    private readonly DateTimeOffset oldEnough = plan.Now - plan.Request.MinAge;

    public void Plan()
    {
        foreach (ListedPath entry in ListedPath.Of(plan, listing, entry => !rules.Belongs(entry)))
        {
            if (!plan.IsDecided(entry.Path) && !(entry.Kind == FileKind.File && units.Follows(entry.Path)))
                Judge(entry);
        }
    }

    private void Judge(ListedPath entry)
    {
        if (entry.Kind == FileKind.File && docs.Mode == DocsMode.Reduce)
            Reduce(entry.Path);
        else if (!IsTooYoung(entry))
            Report(entry);
    }

    private void Reduce(WorkspacePath path)
    {
        Rule? rule = plan.RootRules.RuleOfFile(new EntryFacts(plan, siblings, path.Parent, new RootEntry(path.Name, IsFolder: false)));
        if (rule is null)
            routing.Route(path, Unsorted());
        else if (rule.Action == RuleAction.Report)
            routing.Route(path, rule);
        else if (rule.Action == RuleAction.Move && !IsHere(rule))
            routing.Route(path, rule with { Reason = $"nothing allows it in '{docs.Path}', and the rule '{rule.Id}' says where it belongs" });
    }

    /// <summary>The rule brings such files from the root to where this one is.</summary>
    private bool IsHere(Rule rule) => WorkspacePath.Comparer.Equals(rule.To!.TrimEnd('/'), docs.Path);

    private Rule Unsorted() => new()
    {
        Id = DocsPhase.PhaseName,
        Match = [],
        To = plan.Request.Config.Archive.Folder("unsorted"),
        Reason = whyWithoutRule,
    };

    /// <summary>The listing knows the time: only what may be too young is looked at once more.</summary>
    private bool IsTooYoung(ListedPath entry) =>
        plan.Request.MinAge > TimeSpan.Zero
        && entry.ModifiedAt > oldEnough
        && routing.TryLook(entry.Path, out FileStat stat)
        && routing.Stays(entry.Path, stat, rule: null);

    private void Report(ListedPath entry) =>
        plan.Add(new Finding(Codes.UnknownDocument, FindingLevel.Warning, entry.Path.Value, message)
        {
            Remedy = entry.Kind switch
            {
                FileKind.Directory => "Folders are never moved from here: add it to docs.allowDirs, or move it yourself.",
                FileKind.Link => "Links are never moved: add it to docs.allow, or remove it.",
                _ => "Add it to docs.allow, move it yourself, or set docs.mode to 'reduce': then it goes to the archive.",
            },
        });
}
