using System.Globalization;
using Tidy.Core.Configuration;
using Tidy.Core.Planning;

namespace Tidy.Core.Archive;

/// <summary><c>"action": "report"</c>: one finding for each bucket with old files.</summary>
internal sealed class RetentionReport(PlanBuilder plan, TimeSpan olderThan)
{
    private readonly SortedDictionary<string, OldFiles> buckets = new(StringComparer.Ordinal);

    public void Plan()
    {
        AgeBound bound = new(plan, olderThan);
        foreach (ArchivePart part in ArchiveFiles.Planned(plan).Parts)
            Collect(part, bound);
        bound.LookAgain();
        foreach ((string bucket, OldFiles old) in buckets)
            plan.Add(Finding(bucket, old));
    }

    private void Collect(ArchivePart part, AgeBound bound)
    {
        buckets.TryGetValue(part.Bucket, out OldFiles? old);
        for (int i = 0; i < part.Count; i++)
        {
            if (!part.IsFile(i) || !bound.IsOld(part[i].ModifiedTicks))
                continue;
            if (old is null)
                buckets[part.Bucket] = old = new OldFiles();
            old.Add(part, i);
        }
    }

    private Finding Finding(string bucket, OldFiles old)
    {
        string folder = plan.Request.Config.Archive.Path;
        string path = bucket == ArchiveFiles.TopBucket ? folder : $"{folder}/{bucket}";
        FormattableString said = old.Count == 1
            ? (FormattableString)$"A file of {old.Bytes} bytes was last written more than {Duration.Format(olderThan)} ago, on {old.OldestWritten:yyyy-MM-dd}."
            : $"{old.Count} files with {old.Bytes} bytes were last written more than {Duration.Format(olderThan)} ago; the oldest is '{old.Oldest}' of {old.OldestWritten:yyyy-MM-dd}.";
        return new Finding(Codes.GrownOld, FindingLevel.Warning, old.Count == 1 ? old.Oldest?.Value ?? path : path, said.ToString(CultureInfo.InvariantCulture))
        {
            Remedy = "Remove what nobody needs, or set archive.retention.action to \"compress\".",
        };
    }
}
