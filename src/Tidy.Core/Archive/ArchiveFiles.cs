using Tidy.Core.Git;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Archive;

/// <summary>
/// The files of the archive as changes leave them: what lies in it, less what goes, and what comes, a moved folder with all that is in it.
/// Links are no files of it.
/// </summary>
internal sealed class ArchiveFiles
{
    /// <summary>The bucket of files that lie directly in the archive.</summary>
    public const string TopBucket = ".";

    private readonly PlanBuilder plan;
    private readonly WorkspaceAfter after;
    private readonly WorkspacePath archive;
    private readonly List<ArchivePart> parts = [];

    private ArchiveFiles(PlanBuilder plan, WorkspaceAfter after)
    {
        this.plan = plan;
        this.after = after;
        archive = WorkspacePath.Parse(plan.Request.Config.Archive.Path);
    }

    public IReadOnlyList<ArchivePart> Parts => parts;

    /// <summary>There is an archive, or something comes into it.</summary>
    public bool Exists => parts.Count > 0;

    /// <summary>False: a folder could not be read, so there may be more files.</summary>
    public bool IsComplete { get; private set; } = true;

    public static ArchiveFiles Planned(PlanBuilder plan) => Of(plan, WorkspaceAfter.Planned(plan));

    public static ArchiveFiles Of(PlanBuilder plan, WorkspaceAfter after)
    {
        ArchiveFiles files = new(plan, after);
        files.AddFolder(files.archive);
        foreach (CarriedOut change in after.Brought)
        {
            if (change.Entry is { Action: PlanAction.Move, Stat.Kind: FileKind.Directory } && files.BucketOf(change.Destination!) is not null)
                files.AddFolder(change.Destination!);
        }

        files.AddArrivals();
        return files;
    }

    /// <summary>Where the content of a file of the archive is now; null when it has gone.</summary>
    public WorkspacePath? Now(WorkspacePath path) => after.Origin(path);

    /// <summary>The bucket of a folder in the archive; null for one outside, and for the archive itself.</summary>
    private string? BucketOf(WorkspacePath folder)
    {
        if (!folder.IsWithin(archive) || folder.Equals(archive))
            return null;
        int start = archive.Value.Length + 1;
        int end = folder.Value.IndexOf('/', start);
        return end < 0 ? folder.Value[start..] : folder.Value[start..end];
    }

    private void AddFolder(WorkspacePath destination)
    {
        if (after.Origin(destination) is not { } source)
            return;
        HashSet<WorkspacePath> gone = [];
        HashSet<WorkspacePath> repositories = [];
        foreach (FolderListing listing in plan.Walk(source))
        {
            WorkspacePath folder = WorkspacePath.Parse(destination.Value + listing.Path.Value[source.Value.Length..]);
            bool isInside = !listing.Path.Equals(source);
            if (isInside && (gone.Contains(listing.Path.Parent!) || after.Takes(listing.Path) || after.Takes(folder)))
            {
                gone.Add(listing.Path);
                continue;
            }

            if ((isInside && repositories.Contains(listing.Path.Parent!)) || RepositoryMarks.AreIn(listing))
                repositories.Add(listing.Path);
            Add(folder, listing, isArrival: !source.Equals(destination), repositories.Contains(listing.Path));
        }
    }

    private void Add(WorkspacePath folder, FolderListing listing, bool isArrival, bool isInRepository)
    {
        ArchivePart part = new(folder, listing) { Bucket = BucketOf(folder) ?? TopBucket, IsArrival = isArrival, IsInRepository = isInRepository };
        part.Leave(after.TakenIn(listing.Path));
        if (isArrival)
            part.Leave(after.TakenIn(folder));
        IsComplete &= listing.Problem is null;
        parts.Add(part);
    }

    /// <summary>Files that come one by one, together for each folder.</summary>
    private void AddArrivals()
    {
        Dictionary<WorkspacePath, Dictionary<string, FileStat>> folders = [];
        foreach (CarriedOut change in after.Brought)
        {
            WorkspacePath? folder = change.Destination!.Parent;
            if (folder is null || change.Entry.Action is PlanAction.WriteIndex or PlanAction.CreateDir || !(folder.Equals(archive) || BucketOf(folder) is not null))
                continue;
            if (!folders.TryGetValue(folder, out Dictionary<string, FileStat>? names))
                folders[folder] = names = new(WorkspacePath.Comparer);
            names[change.Destination.Name] = StatOf(change);
        }

        foreach ((WorkspacePath folder, Dictionary<string, FileStat> names) in folders)
        {
            ArchivePart part = new(folder, FolderListing.Of(folder, names)) { Bucket = BucketOf(folder) ?? TopBucket, IsArrival = true };
            part.Leave(after.TakenIn(folder));
            parts.Add(part);
        }
    }

    /// <summary>What moves keeps its size and time; what is made has them only once it is there.</summary>
    private FileStat StatOf(CarriedOut change)
    {
        bool isMade = change.Entry.Action != PlanAction.Move;
        return isMade && plan.Services.Files.Stat(plan.Request.Root.Resolve(change.Destination!), out FileStat stat).IsOk ? stat : change.Entry.Stat;
    }
}
