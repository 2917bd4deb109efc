using Tidy.Core.Queue;
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
    private readonly HashSet<WorkspacePath> planned = [];
    private readonly Lazy<RootListing> root;

    public PlanBuilder(RunRequest request, RunServices services, PendingQueue queue)
    {
        Request = request;
        Services = services;
        Queue = queue;
        Now = services.Clock.GetUtcNow();
        Guard = new LinkGuard(request.Root, services.Files);
        Destinations = new Destinations(request.Root, services.Files, Guard);
        root = new Lazy<RootListing>(() => RootListing.Read(request.Root));
        Protections = new Protections(request, services, queue, root);
    }

    public RunRequest Request { get; }

    public RunServices Services { get; }

    public PendingQueue Queue { get; }

    /// <summary>One moment for the whole plan.</summary>
    public DateTimeOffset Now { get; }

    public LinkGuard Guard { get; }

    public Destinations Destinations { get; }

    public Protections Protections { get; }

    public RootListing Root => root.Value;

    public void Add(PlanEntry entry)
    {
        entries.Add(entry);
        planned.Add(entry.Source);
    }

    public void Add(Finding finding) => findings.Add(finding);

    public void Add(QueueClosing closing)
    {
        closings.Add(closing);
        planned.Add(closing.Item.Source);
    }

    /// <summary>An earlier phase decided about this source, or the queue has it: nothing attempts it behind the queue's back.</summary>
    public bool IsDecided(WorkspacePath source) => planned.Contains(source) || Queue.FindBySource(source) is not null;

    public Plan Build()
    {
        if (Protections.GitProblem is { } problem)
            findings.Add(new Finding(Codes.GitUnknown, FindingLevel.Warning, null, $"What git tracks is not known, so nothing was planned to move: {problem}"));
        return new Plan(entries, findings, closings);
    }
}
