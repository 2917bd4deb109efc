using Tidy.Core.Configuration;

namespace Tidy.Core.Archive;

/// <summary>
/// What the index says about the archive: each bucket that has files, by name, and the newest files. Those are left out where the archive is
/// committed: git does not keep times, so in each clone they would be others and the index never right.
/// </summary>
/// <param name="Folder">The archive as seen from the workspace root.</param>
internal sealed record ArchiveIndex(string Folder, IReadOnlyList<BucketStats> Buckets, IReadOnlyList<RecentFile> Recent)
{
    /// <summary>One pass over the names, without an object for each file.</summary>
    public static ArchiveIndex Of(ArchiveFiles files, ArchiveConfig archive)
    {
        SortedDictionary<string, BucketStats> buckets = new(StringComparer.Ordinal);
        RecentFiles recent = new();
        foreach (ArchivePart part in files.Parts)
        {
            if (!buckets.TryGetValue(part.Bucket, out BucketStats? stats))
                buckets[part.Bucket] = stats = new BucketStats(part.Bucket);
            for (int i = 0; i < part.Count; i++)
            {
                if (!part.IsFile(i))
                    continue;
                stats.Add(part[i].Size);
                if (!archive.Commit)
                    recent.Offer(part, i);
            }
        }

        return new ArchiveIndex(archive.Path, [.. buckets.Values.Where(b => b.Files > 0)], recent.ToList(archive.Path));
    }
}
