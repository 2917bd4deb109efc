using System.Globalization;
using Tidy.Core.Configuration;
using Tidy.Core.Phases;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Archive;

/// <summary><c>"action": "compress"</c>: each old file becomes its <c>.gz</c>, where that gains something.</summary>
internal sealed class Compression(PlanBuilder plan, TimeSpan olderThan)
{
    private const string RuleId = "retention";
    private const string Suffix = ".gz";

    /// <summary>Smaller files fill one block of the disk, compressed or not.</summary>
    private const long MinimumSize = 4096;

    private readonly Tending tending = new(plan);

    public void Plan()
    {
        ArchiveFiles files = ArchiveFiles.Planned(plan);
        AgeBound bound = new(plan, olderThan);
        List<ArchivedCopy> old = [];
        foreach (ArchivePart part in files.Parts.Where(p => !p.IsInRepository))
            Collect(files, part, bound, old);
        bound.LookAgain();
        old.Sort(static (a, b) => string.CompareOrdinal(a.Path.Value, b.Path.Value));
        foreach (ArchivedCopy file in old)
        {
            if (!plan.IsDecided(file.Path) && !tending.IsOfDatabase(file.Now) && IsThere(file, out FileStat stat))
                plan.Add(Free(tending.Weighed(Entry(file, stat), file.Now, file.IsArrival), file.Now));
        }
    }

    private static void Collect(ArchiveFiles files, ArchivePart part, AgeBound bound, List<ArchivedCopy> old)
    {
        for (int i = 0; i < part.Count; i++)
        {
            FolderEntry entry = part[i];
            if (entry.Size < MinimumSize || !part.IsFile(i) || PackedNames.Has(entry.Name) || !bound.IsOld(entry.ModifiedTicks))
                continue;
            if (part.PathOf(i) is { } path && files.Now(path) is { } now)
                old.Add(new ArchivedCopy(path, now, entry.Size, part.IsArrival));
        }
    }

    private bool IsThere(ArchivedCopy file, out FileStat stat) =>
        plan.Services.Files.Stat(plan.Request.Root.Resolve(file.Now), out stat).IsOk && stat.Kind == FileKind.File;

    /// <summary>The name is part of what a compressed file says, so it takes no other when that is taken.</summary>
    private PlanEntry Free(PlanEntry entry, WorkspacePath now)
    {
        if (entry.Status != EntryStatus.Planned)
            return entry;
        if (plan.Protections.OfArrival(now, isFolder: false, entry.Destination!) is { } why)
            return entry with { Status = EntryStatus.Protected, Message = why };
        DestinationChoice choice = plan.Destinations.Choose(entry.Source, entry.Destination!, entry.Stat, ConflictMode.Skip);
        return choice.Verdict == DestinationVerdict.Free
            ? entry
            : entry with { Status = EntryStatus.Skipped, Message = $"not compressed: '{entry.Destination}' exists already" };
    }

    private PlanEntry Entry(ArchivedCopy file, in FileStat stat) => new()
    {
        Source = file.Path,
        Destination = WorkspacePath.Parse(file.Path.Value + Suffix),
        Action = PlanAction.Compress,
        Phase = ArchivePhase.PhaseName,
        Rule = RuleId,
        Stat = stat,
        Conflict = ConflictMode.Fail,
        LeaveIfInUse = true,
        Message = string.Create(CultureInfo.InvariantCulture, $"last written on {stat.ModifiedAt.UtcDateTime:yyyy-MM-dd}, more than {Duration.Format(olderThan)} ago"),
    };
}
