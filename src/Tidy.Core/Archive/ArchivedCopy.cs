using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Archive;

/// <summary>A file of the archive that may have the content of another.</summary>
/// <param name="Path">Where it will be.</param>
/// <param name="Now">Where it is.</param>
/// <param name="Size">Bytes.</param>
/// <param name="IsArrival">The plan brings it.</param>
internal sealed record ArchivedCopy(WorkspacePath Path, WorkspacePath Now, long Size, bool IsArrival)
{
    public FileStat Stat { get; init; }
}
