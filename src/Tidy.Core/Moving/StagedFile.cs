using Tidy.Core.Journal;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>
/// The name of a temporary file beside the one it becomes, in the journal before it exists, so that recovery takes it away. It goes when this is
/// disposed; by then it has its final name, or is not wanted.
/// </summary>
internal sealed class StagedFile : IDisposable
{
    private readonly IOsFiles files;

    public StagedFile(int number, WorkspaceRoot root, WorkspacePath destination, IOsFiles files, RunJournal journal)
    {
        this.files = files;
        string name = $".tidy-{Guid.NewGuid():N}.part";
        FullPath = Path.Combine(Path.GetDirectoryName(root.Resolve(destination))!, name);
        string path = destination.Parent is { } folder ? $"{folder}/{name}" : name;
        journal.Append(new JournalRecord { Type = JournalTypes.Stage, Number = number, Path = path });
    }

    public string FullPath { get; }

    public void Dispose() => files.Remove(FullPath);
}
