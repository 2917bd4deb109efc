using Tidy.Core.Phases;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Archive;

/// <summary>Plans to write the index where it would say something else than it does.</summary>
internal sealed class IndexUpkeep(PlanBuilder plan)
{
    private const string RuleId = "index";

    /// <summary>An index names 25 files and the folders of the archive: what is larger is something else.</summary>
    private const long MaximumSize = 16 << 20;

    public void Plan()
    {
        ArchiveFiles files = ArchiveFiles.Planned(plan);
        if (!files.Exists || !files.IsComplete)
            return;
        ArchiveIndex index = ArchiveIndex.Of(files, plan.Request.Config.Archive);
        foreach (IIndexFormat format in (IIndexFormat[])[new JsonIndex(), new MarkdownIndex()])
            Keep(index, format);
    }

    private void Keep(ArchiveIndex index, IIndexFormat format)
    {
        WorkspacePath path = WorkspacePath.Parse(plan.Request.Config.Archive.Path).Child(format.FileName);
        bool exists = plan.Services.Files.Stat(plan.Request.Root.Resolve(path), out FileStat stat).IsOk;
        byte[]? existing = null;
        if (plan.IsDecided(path) || (exists && !TryRead(path, stat, format, out existing)))
            return;
        IndexContent content = new(plan, format, existing);
        if (IsSizeUnknown() || content.Differs(index))
            plan.Add(Entry(path, stat, content, exists ? "the archive changed" : "the archive has no index yet"));
    }

    /// <summary>False for a file that is left as it is, which is reported.</summary>
    private bool TryRead(WorkspacePath path, in FileStat stat, IIndexFormat format, out byte[]? existing)
    {
        existing = null;
        try
        {
            if (stat.Kind == FileKind.File && stat.Size <= MaximumSize)
                existing = File.ReadAllBytes(plan.Request.Root.Resolve(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            plan.Add(new Finding(Codes.Unreadable, FindingLevel.Warning, path.Value, $"The index could not be read, and is left as it is: {e.Message}"));
            return false;
        }

        if (existing is not null && format.IsIndex(existing, out _))
            return true;
        plan.Add(new Finding(Codes.ForeignIndex, FindingLevel.Warning, path.Value, "It has the name of the archive's index, and is none that Tidy wrote: left as it is.")
        {
            Remedy = "Give it another name, or set archive.index to false.",
        });
        return false;
    }

    /// <summary>How small a file gets shows when it is compressed.</summary>
    private bool IsSizeUnknown() => plan.Entries.Any(e => e is { Action: PlanAction.Compress, Status: EntryStatus.Planned });

    private static PlanEntry Entry(WorkspacePath path, in FileStat stat, IndexContent content, string why) => new()
    {
        Source = path,
        Destination = path,
        Action = PlanAction.WriteIndex,
        Phase = ArchivePhase.PhaseName,
        Rule = RuleId,
        Stat = stat,
        Content = content,
        LeaveIfInUse = true,
        Message = why,
    };
}
