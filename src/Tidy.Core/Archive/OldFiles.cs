using Tidy.Core.Workspaces;

namespace Tidy.Core.Archive;

/// <summary>Old files of one bucket, counted: a person reads one line about a hundred thousand of them.</summary>
internal sealed class OldFiles
{
    private ArchivePart? oldestPart;
    private int oldestIndex;

    public int Count { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Null when there is none.</summary>
    public WorkspacePath? Oldest => oldestPart?.PathOf(oldestIndex);

    public DateTime OldestWritten => new(oldestPart![oldestIndex].ModifiedTicks, DateTimeKind.Utc);

    public void Add(ArchivePart part, int index)
    {
        Count++;
        Bytes += part[index].Size;
        if (oldestPart is null || IsBeforeOldest(part, index))
            (oldestPart, oldestIndex) = (part, index);
    }

    private bool IsBeforeOldest(ArchivePart part, int index)
    {
        int order = part[index].ModifiedTicks.CompareTo(oldestPart![oldestIndex].ModifiedTicks);
        return order < 0 || (order == 0 && part.CompareNames(index, oldestPart, oldestIndex) < 0);
    }
}
