using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>The workspace as changes leave it: those of the plan so far, or those that a run has really carried out.</summary>
internal sealed class WorkspaceAfter
{
    private readonly PlanBuilder plan;
    private readonly HashSet<WorkspacePath> taken = [];
    private readonly Dictionary<string, HashSet<string>> takenNames = new(WorkspacePath.Comparer);
    private readonly Dictionary<WorkspacePath, PlanEntry> moved = [];
    private readonly Dictionary<WorkspacePath, FileKind> made = [];
    private readonly HashSet<WorkspacePath> entered = [];

    public WorkspaceAfter(PlanBuilder plan, IEnumerable<CarriedOut> changes)
    {
        this.plan = plan;
        foreach (CarriedOut change in changes)
            Add(change);
    }

    /// <summary>What came under a new name, in the order of the changes: moved, compressed or made, with that name.</summary>
    public List<CarriedOut> Brought { get; } = [];

    /// <summary>As if all that is planned so far succeeded as planned.</summary>
    public static WorkspaceAfter Planned(PlanBuilder plan) => new(plan, PlannedChanges(plan));

    public static IReadOnlyList<CarriedOut> PlannedChanges(PlanBuilder plan) =>
        [.. plan.Entries.Where(e => e is { Status: EntryStatus.Planned, StillInUse: false }).Select(e => new CarriedOut(e, e.Destination))];

    /// <summary>A change takes this very path away; what lies in it goes with it.</summary>
    public bool Takes(WorkspacePath path) => taken.Contains(path);

    /// <summary>Names that changes take one by one out of the folder, or null when there are none.</summary>
    public HashSet<string>? TakenIn(WorkspacePath folder) => takenNames.GetValueOrDefault(folder.Value);

    /// <summary>Where on disk, before the changes, that lies which is at <paramref name="path"/> after them; null when they take it away.</summary>
    public WorkspacePath? Origin(WorkspacePath path) => Origin(path, mover: null);

    /// <summary>What is there after the changes, or null; a link counts as what it leads to.</summary>
    public FileKind? KindOf(WorkspacePath path)
    {
        if (made.TryGetValue(path, out FileKind kind))
            return Takes(path) ? null : kind;
        if (entered.Contains(path))
            return FileKind.Directory;
        if (Origin(path) is not { } origin || !plan.Services.Files.Stat(plan.Request.Root.Resolve(origin), out FileStat stat).IsOk)
            return null;
        return stat.Kind == FileKind.Link ? KindBehind(plan.Request.Root.Resolve(origin)) : stat.Kind;
    }

    /// <summary>One more change, after the others.</summary>
    public void Add(CarriedOut change)
    {
        PlanEntry entry = change.Entry;
        if (entry.Action is PlanAction.Move or PlanAction.RemoveDuplicate or PlanAction.RemoveEmptyDir or PlanAction.Compress)
            Take(entry.Source);
        if (change.Destination is not { } destination)
            return;
        if (entry.Action == PlanAction.Move)
            moved[destination] = entry;
        else if (entry.Action is PlanAction.Compress or PlanAction.CreateFile or PlanAction.WriteIndex or PlanAction.CreateDir)
            made[destination] = entry.Action == PlanAction.CreateDir ? FileKind.Directory : FileKind.File;
        else
            return; // a removal has the copy that stays as its destination
        Brought.Add(change);
        for (WorkspacePath? folder = destination.Parent; folder is not null && entered.Add(folder);)
            folder = folder.Parent;
    }

    private static FileKind KindBehind(string link) =>
        Directory.Exists(link) ? FileKind.Directory : File.Exists(link) ? FileKind.File : FileKind.Link;

    private void Take(WorkspacePath path)
    {
        taken.Add(path);
        string folder = path.Parent?.Value ?? "";
        if (!takenNames.TryGetValue(folder, out HashSet<string>? names))
            takenNames[folder] = names = new HashSet<string>(WorkspacePath.Comparer);
        names.Add(path.Name);
    }

    /// <param name="mover">The folder whose own move is being traced back: that this move takes it is no reason to stop.</param>
    private WorkspacePath? Origin(WorkspacePath path, WorkspacePath? mover)
    {
        for (WorkspacePath? at = path; at is not null; at = at.Parent)
        {
            bool isMover = at.Equals(mover);
            if (!isMover && taken.Contains(at))
                return null;
            if (moved.TryGetValue(at, out PlanEntry? entry))
                return Origin(WorkspacePath.Parse(entry.Source.Value + path.Value[at.Value.Length..]), entry.Source);
            if (isMover)
                break;
        }

        return path;
    }
}
