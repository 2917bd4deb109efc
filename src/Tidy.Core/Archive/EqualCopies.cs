using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Archive;

/// <summary>Tells files of one size apart by their content; what cannot be read equals nothing, and is reported.</summary>
internal sealed class EqualCopies(PlanBuilder plan)
{
    /// <summary>Those of one size that have the same bytes, in groups of at least two.</summary>
    public IEnumerable<List<ArchivedCopy>> Of(List<ArchivedCopy> sameSize)
    {
        List<ArchivedCopy> found = Look(sameSize);
        if (found.Count < 2 || found.TrueForAll(c => c.Stat.IsSameFile(found[0].Stat)))
            return []; // one file under several names
        IEnumerable<List<ArchivedCopy>> groups = Split(found, ContentHash.OfHead);
        return found[0].Size > ContentHash.HeadLength ? groups.SelectMany(g => Split(g, ContentHash.Of)) : groups;
    }

    /// <summary>Without what went away, or is being written, since it was listed.</summary>
    private List<ArchivedCopy> Look(List<ArchivedCopy> copies)
    {
        List<ArchivedCopy> found = [];
        foreach (ArchivedCopy copy in copies)
        {
            if (plan.Services.Files.Stat(plan.Request.Root.Resolve(copy.Now), out FileStat stat).IsOk && stat.Kind == FileKind.File && stat.Size == copy.Size)
                found.Add(copy with { Stat = stat });
        }

        return found;
    }

    private IEnumerable<List<ArchivedCopy>> Split(List<ArchivedCopy> copies, Func<string, byte[]> hash)
    {
        Dictionary<string, List<ArchivedCopy>> byHash = new(StringComparer.Ordinal);
        foreach (ArchivedCopy copy in copies)
        {
            if (Hash(copy, hash) is not { } key)
                continue;
            if (!byHash.TryGetValue(key, out List<ArchivedCopy>? same))
                byHash[key] = same = [];
            same.Add(copy);
        }

        return byHash.Values.Where(g => g.Count > 1);
    }

    private string? Hash(ArchivedCopy copy, Func<string, byte[]> hash)
    {
        try
        {
            return Convert.ToHexString(hash(plan.Request.Root.Resolve(copy.Now)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            plan.Add(new Finding(Codes.Unreadable, FindingLevel.Warning, copy.Now.Value, $"The file could not be read, so it is not known whether it has a duplicate: {e.Message}"));
            return null;
        }
    }
}
