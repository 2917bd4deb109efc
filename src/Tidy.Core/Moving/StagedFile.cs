using Tidy.Core.Journal;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>
/// The name of a temporary file beside the one it becomes, which recovery knows from the intent and takes away. It goes when this is disposed; by
/// then it has its final name, or is not wanted.
/// </summary>
internal sealed class StagedFile : IDisposable
{
    private readonly IOsFiles files;

    public StagedFile(int number, WorkspaceRoot root, WorkspacePath destination, IOsFiles files, RunJournal journal)
    {
        this.files = files;
        FullPath = Path.Combine(Path.GetDirectoryName(root.Resolve(destination))!, journal.StagedName(number));
        files.Remove(FullPath); // of a first try, if it could not be removed then
    }

    public string FullPath { get; }

    public void Dispose() => files.Remove(FullPath);
}
