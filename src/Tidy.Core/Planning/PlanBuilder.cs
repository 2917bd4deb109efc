using Tidy.Core.Git;
using Tidy.Core.Journal;
using Tidy.Core.Queue;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>
/// The plan while phases add to it, and everything a phase may look at: the workspace as the plan so far leaves it, the
/// configuration, the queue. What costs a process or reads files (git, project files) is asked only when a phase first needs it.
/// </summary>
internal sealed class PlanBuilder
{
    private readonly List<PlanEntry> entries = [];
    private readonly List<Finding> findings = [];
    private readonly List<QueueClosing> closings = [];
    private readonly HashSet<WorkspacePath> decided = [];
    private readonly HashSet<WorkspacePath> leaving = [];
    private readonly HashSet<string> reported = new(WorkspacePath.Comparer);
    private readonly WorkspaceTree tree;
    private HashSet<WorkspacePath>? aroundKept;
    private readonly Siblings rootSiblings;
    private RootRules? rootRules;
    private ScriptMentions? scriptMentions;
    private DateTimeOffset dueAt = DateTimeOffset.MaxValue;

    public PlanBuilder(RunRequest request, RunServices services, PendingQueue queue)
    {
        Request = request;
        Services = services;
        Queue = queue;
        Now = services.Clock.GetUtcNow();
        Guard = new LinkGuard(request.Root, services.Files);
        Destinations = new Destinations(request.Root, services.Files, Guard);
        tree = new WorkspaceTree(request.Root, Guard);
        Protections = new Protections(request, services, queue, this);
        rootSiblings = new Siblings(() => tree.Root.Entries);
    }

    public RunRequest Request { get; }

    public RunServices Services { get; }

    public PendingQueue Queue { get; }

    /// <summary>One moment for the whole plan.</summary>
    public DateTimeOffset Now { get; }

    public LinkGuard Guard { get; }

    public Destinations Destinations { get; }

    public Protections Protections { get; }

    public RootListing Root => tree.Root;

    public RootRules RootRules => rootRules ??= new RootRules(Request.Config);

    public ScriptMentions ScriptMentions => scriptMentions ??= new ScriptMentions(Request.Root, Root, RootRules.MayMove);

    /// <summary>The run that the plan reverses, or null.</summary>
    public RunRecord? Undoes { get; set; }

    /// <summary>What git's index has of the tracked files that an undo brings back, or null.</summary>
    public GitIndex? UndoneIndex { get; set; }

    /// <summary>The plan so far, in order.</summary>
    public IReadOnlyList<PlanEntry> Entries => entries;

    /// <summary>Found so far.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Folders that phases have read so far, the root not counted.</summary>
    public int FoldersRead => tree.FoldersRead;

    public void Add(PlanEntry entry)
    {
        entries.Add(entry);
        decided.Add(entry.Source);
        if (entry is { Status: EntryStatus.Planned, StillInUse: false, Action: PlanAction.Move or PlanAction.RemoveDuplicate or PlanAction.RemoveEmptyDir or PlanAction.Compress })
            leaving.Add(entry.Source);
        NoteKept(entry.Source);
    }

    public void Add(Finding finding) => findings.Add(finding);

    public void Add(QueueClosing closing)
    {
        closings.Add(closing);
        decided.Add(closing.Item.Source);
    }

    /// <summary>A phase has decided about what is in the folder, entry by entry: no later phase moves the folder itself.</summary>
    public void Claim(WorkspacePath folder)
    {
        decided.Add(folder);
        NoteKept(folder);
    }

    /// <summary>
    /// An earlier phase decided about this source or a folder around it, or the queue has one of them: nothing attempts it behind the
    /// queue's back.
    /// </summary>
    public bool IsDecided(WorkspacePath source)
    {
        for (WorkspacePath? at = source; at is not null; at = at.Parent)
        {
            if (decided.Contains(at) || Queue.FindBySource(at) is not null)
                return true;
        }

        return false;
    }

    /// <summary>The plan so far takes it, or a folder around it, away from here.</summary>
    public bool IsLeaving(WorkspacePath path)
    {
        for (WorkspacePath? at = path; at is not null; at = at.Parent)
        {
            if (leaving.Contains(at))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Something in the folder stays where it is: the queue has it, or an earlier phase decided so. Moved as a whole, the folder would
    /// take it along.
    /// </summary>
    public bool KeepsSomethingIn(WorkspacePath folder)
    {
        if (aroundKept is null)
        {
            aroundKept = [];
            foreach (WorkspacePath path in decided)
                NoteKept(path);
            foreach (PendingMove item in Queue.Items)
                NoteKept(item.Source);
        }

        return aroundKept.Contains(folder);
    }

    /// <summary>What rules may ask about an entry of the root.</summary>
    public IEntryFacts FactsOf(RootEntry entry) => new EntryFacts(this, rootSiblings, folder: null, entry);

    /// <summary>A folder as it is on disk. What cannot be looked at in it is reported, once.</summary>
    public FolderListing List(WorkspacePath folder) => Report(tree.Folder(folder));

    /// <summary>As <see cref="WorkspaceTree.Walk"/>; what cannot be looked at is reported, once.</summary>
    public IEnumerable<FolderListing> Walk(WorkspacePath folder)
    {
        foreach (FolderListing listing in tree.Walk(folder))
            yield return Report(listing);
    }

    /// <summary>Something that was written then is too young now; a plan made when it has that age may say something else.</summary>
    /// <param name="writtenTicks">UTC ticks.</param>
    public void LookAgainWhenOld(long writtenTicks, TimeSpan age)
    {
        // Times on disk may be anything, also so far ahead that no calendar has the sum.
        if (writtenTicks < dueAt.UtcTicks - age.Ticks)
            dueAt = new DateTimeOffset(writtenTicks + age.Ticks, TimeSpan.Zero);
    }

    public Plan Build()
    {
        if (Protections.Answer?.Problem is { } problem)
            findings.Add(new Finding(Codes.GitUnknown, FindingLevel.Warning, null, $"What git tracks is not known, so nothing was planned to move: {problem}"));
        return new Plan(entries, findings, closings) { DueAt = dueAt, Undoes = Undoes, Git = Protections.Answer, Index = UndoneIndex ?? Protections.Answer?.Index };
    }

    /// <summary>Only once somebody asked what is kept.</summary>
    private void NoteKept(WorkspacePath path)
    {
        if (aroundKept is null || IsLeaving(path))
            return;
        for (WorkspacePath? folder = path.Parent; folder is not null && aroundKept.Add(folder); folder = folder.Parent)
        {
        }
    }

    private FolderListing Report(FolderListing listing)
    {
        if (!reported.Add(listing.Path.Value))
            return listing;
        if (listing.Problem is { } problem)
            Add(new Finding(Codes.Unreadable, FindingLevel.Warning, listing.Path.Value, $"The folder could not be read, and what is in it is left as it is: {problem}"));
        for (int i = 0; i < listing.Count; i++)
        {
            FolderEntry entry = listing[i];
            if (!entry.IsText)
                Add(new Finding(Codes.NotText, FindingLevel.Warning, $"{listing.Path}/{entry.Name}", "Left where it is: its name is not valid text."));
        }

        return listing;
    }
}
