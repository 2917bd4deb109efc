namespace Tidy.Core.Archive;

/// <summary>The newest of all files that were offered. An offer that is not among them costs one comparison.</summary>
internal sealed class RecentFiles
{
    private const int Most = 25;

    private readonly (ArchivePart Part, int Index)[] kept = new (ArchivePart, int)[Most + 1];
    private int count;

    public void Offer(ArchivePart part, int index)
    {
        if (count == Most && Compare(part, index, count - 1) >= 0)
            return;
        int at = count;
        while (at > 0 && Compare(part, index, at - 1) < 0)
        {
            kept[at] = kept[at - 1];
            at--;
        }

        kept[at] = (part, index);
        count = Math.Min(count + 1, Most);
    }

    /// <summary>Newest first.</summary>
    /// <param name="folder">The archive; the paths are those seen from it.</param>
    public List<RecentFile> ToList(string folder)
    {
        List<RecentFile> files = [];
        foreach ((ArchivePart part, int index) in kept.AsSpan(..count))
        {
            string path = $"{part.Folder.Value}/{part[index].Name}"[(folder.Length + 1)..];
            files.Add(new RecentFile(path, part[index].Size, new DateTime(part[index].ModifiedTicks, DateTimeKind.Utc)));
        }

        return files;
    }

    /// <summary>Negative when the file comes before the one kept at <paramref name="at"/>.</summary>
    private int Compare(ArchivePart part, int index, int at)
    {
        (ArchivePart other, int otherIndex) = kept[at];
        int order = other[otherIndex].ModifiedTicks.CompareTo(part[index].ModifiedTicks);
        return order != 0 ? order : part.CompareNames(index, other, otherIndex);
    }
}
