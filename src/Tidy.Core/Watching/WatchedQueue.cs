using Tidy.Core.Configuration;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Watching;

/// <summary>The queue file as the watch knows it, and which of its files was found free.</summary>
internal sealed class WatchedQueue(WorkspaceRoot root, RunServices services)
{
    private FileStat? seen;
    private WorkspacePath? free;

    public WaitingFiles Waiting { get; } = new(services, root);

    /// <summary>Takes no lock and writes nothing; costs one look when the file is the one it was.</summary>
    /// <returns>Whether it is another one.</returns>
    /// <exception cref="TidyException">A newer version wrote it, or a link, a folder or missing rights are in the way.</exception>
    public bool Read(TidyConfig config)
    {
        services.Files.Stat(root.QueuePath, out FileStat now);
        if (seen is { } before && before.IsUnchanged(now) && before.IsSameFile(now))
            return false;
        seen = now; // looked at before it is read: what changes in between is another one at the next look
        Waiting.Load(new QueueStore(root, services.Files, services.Clock, config.Queue).Read().Queue, config);
        return true;
    }

    /// <returns>Whether one of these is free.</returns>
    /// <param name="probed">See <see cref="WaitingFiles.FindFree"/>.</param>
    public bool FindFree(IEnumerable<WorkspacePath> paths, Action<WorkspacePath> probed) => (free = Waiting.FindFree(paths, probed)) is not null;

    /// <summary>A run had its chance with what was free.</summary>
    public void Tried()
    {
        if (free is not null)
            Waiting.WasLeft(free);
        free = null;
    }
}
