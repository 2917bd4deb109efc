using Tidy.Core.Platform;

namespace Tidy.Core.Workspaces;

/// <summary>
/// Up to <see cref="Most"/> entries of a folder, in a few arrays of moderate size. One block is filled and refilled while folders are read,
/// and copies of just the right size are kept: arrays that grow by copying would leave as much behind again for the collector.
/// </summary>
internal sealed class FolderBlock
{
    public const int Most = 1024;

    private char[] names = [];
    private int[] nameEnds = [];
    private byte[] kinds = [];
    private long[] sizes = [];
    private long[] times = [];

    public int Count { get; private set; }

    public bool IsFull => Count == Most;

    public FolderEntry this[int index]
    {
        get
        {
            int start = index == 0 ? 0 : nameEnds[index - 1];
            return new FolderEntry(names.AsSpan(start..nameEnds[index]), (FileKind)kinds[index], sizes[index], times[index]);
        }
    }

    public void Add(FolderEntry entry)
    {
        int start = Count == 0 ? 0 : nameEnds[Count - 1];
        if (start + entry.Name.Length > names.Length)
            Array.Resize(ref names, Math.Max(256, (start + entry.Name.Length) * 2));
        if (Count == kinds.Length)
            Resize(Math.Clamp(Count * 2, 16, Most));
        entry.Name.CopyTo(names.AsSpan(start));
        nameEnds[Count] = start + entry.Name.Length;
        kinds[Count] = (byte)entry.Kind;
        sizes[Count] = entry.Size;
        times[Count] = entry.ModifiedTicks;
        Count++;
    }

    /// <summary>What is in it, in arrays that have no room for more.</summary>
    public FolderBlock Copy() => new()
    {
        names = names[..(Count == 0 ? 0 : nameEnds[Count - 1])],
        nameEnds = nameEnds[..Count],
        kinds = kinds[..Count],
        sizes = sizes[..Count],
        times = times[..Count],
        Count = Count,
    };

    public void Clear() => Count = 0;

    private void Resize(int entries)
    {
        Array.Resize(ref nameEnds, entries);
        Array.Resize(ref kinds, entries);
        Array.Resize(ref sizes, entries);
        Array.Resize(ref times, entries);
    }
}
