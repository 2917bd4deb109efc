using Tidy.Core.Holders;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>Who holds the locked files of a pass: one look at the system for all of them, only when there are any.</summary>
internal sealed class Blockers
{
    /// <summary>Advice is worth half a second, not more.</summary>
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(500);

    private readonly IReadOnlyDictionary<string, IReadOnlyList<Holder>> byPath;
    private readonly RunRequest request;
    private readonly WorkspaceRoot root;
    private readonly IProcesses processes;

    public Blockers(RunRequest request, IProcesses processes, IReadOnlyCollection<WorkspacePath> locked)
    {
        this.request = request;
        root = request.Root;
        this.processes = processes;
        byPath = locked.Count == 0
            ? new Dictionary<string, IReadOnlyList<Holder>>()
            : processes.FindHolders([.. locked.Select(root.Resolve)], Budget);
    }

    public IReadOnlyList<Holder> Of(WorkspacePath path) => byPath.GetValueOrDefault(root.Resolve(path), []);

    /// <summary>
    /// This tool, or one of the processes that started it, holds the file: the log this very build writes. It frees it by ending, so it
    /// is no pending move. Of a run that a build started, the build itself need not be an ancestor.
    /// </summary>
    public bool IsOwnBuild(WorkspacePath path) => Of(path).Any(h => processes.SelfAndAncestors.Contains(h.ProcessId) || (request.IsOfBuild && processes.IsBuild(h)));
}
