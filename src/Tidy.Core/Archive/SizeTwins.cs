namespace Tidy.Core.Archive;

/// <summary>Which files share their size with another. Only numbers are kept, for an archive may have a million files.</summary>
internal sealed class SizeTwins
{
    private readonly ArchiveFiles files;
    private readonly long[] sizes;
    private readonly long[] places;
    private int count;

    public SizeTwins(ArchiveFiles files)
    {
        this.files = files;
        int most = files.Parts.Sum(p => p.IsInRepository ? 0 : p.Count);
        sizes = new long[most];
        places = new long[most];
        for (int place = 0; place < files.Parts.Count; place++)
            Collect(place);
        Array.Sort(sizes, places, 0, count);
    }

    /// <summary>Groups of at least two files, the smallest files first; empty files are no copies of each other.</summary>
    public IEnumerable<List<ArchivedCopy>> Groups()
    {
        int start = 0;
        for (int i = 1; i <= count; i++)
        {
            if (i < count && sizes[i] == sizes[start])
                continue;
            if (i - start > 1)
                yield return Group(start, i);
            start = i;
        }
    }

    private void Collect(int place)
    {
        ArchivePart part = files.Parts[place];
        if (part.IsInRepository)
            return;
        for (int i = 0; i < part.Count; i++)
        {
            if (part[i].Size == 0 || !part.IsFile(i))
                continue;
            sizes[count] = part[i].Size;
            places[count++] = ((long)place << 32) | (uint)i;
        }
    }

    private List<ArchivedCopy> Group(int start, int end)
    {
        List<ArchivedCopy> group = [];
        for (int i = start; i < end; i++)
        {
            ArchivePart part = files.Parts[(int)(places[i] >> 32)];
            if (part.PathOf((int)places[i]) is { } path && files.Now(path) is { } now)
                group.Add(new ArchivedCopy(path, now, sizes[i], part.IsArrival));
        }

        group.Sort(static (a, b) => string.CompareOrdinal(a.Path.Value, b.Path.Value));
        return group;
    }
}
