using System.Globalization;
using Tidy.Core.Moving;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>
/// A fingerprint of what can make a move fail: the source, the destination name, the modes of the folders they lie in, and what stops even those
/// who have the rights (marks, mounts). When it differs from the one an item remembers, somebody changed something, and the item is worth another try.
/// </summary>
internal sealed class Cause(WorkspaceRoot root, IOsFiles files)
{
    private const char Separator = '|';

    private const string Missing = "-";

    /// <summary>The system did not let us look.</summary>
    private const string Unknown = "?";

    /// <summary>As in <see cref="PendingMove.Cause"/>.</summary>
    public string Of(WorkspacePath source, WorkspacePath destination) => string.Join(Separator, PartsOf(source, destination)).TrimEnd(Separator);

    /// <summary>What could not be looked at and now can has changed; what cannot be looked at now is no better than it was.</summary>
    public bool HasChanged(PendingMove item) =>
        item.Cause is { } before
        && before.Split(Separator).Append("").Zip(PartsOf(item.Source, item.Destination)).Any(part => part.Second != Unknown && part.Second != part.First);

    /// <summary>Only the source counts: what an item on hold waits for. While nobody knows, the person's word stands.</summary>
    public bool HasSourceChanged(PendingMove item) =>
        item.Cause?.Split(Separator)[0] is { } before and not Unknown && Entry(item.Source) is var now and not Unknown && now != before;

    private string[] PartsOf(WorkspacePath source, WorkspacePath destination) =>
        [Entry(source), Entry(destination), Folder(source), Folder(destination), Marks(source, destination)];

    private string Entry(WorkspacePath path)
    {
        OsCode code = files.Stat(root.Resolve(path), out FileStat stat);
        return code.IsOk ? string.Create(CultureInfo.InvariantCulture, $"{stat.Size}:{stat.ModifiedTicks}:{stat.Mode}") : NoEntry(code);
    }

    /// <summary>Mode only: a folder's time changes with every neighbour.</summary>
    private string Folder(WorkspacePath path)
    {
        OsCode code = files.Stat(FolderOf(path), out FileStat stat);
        return code.IsOk ? string.Create(CultureInfo.InvariantCulture, $"{stat.Mode}") : NoEntry(code);
    }

    /// <summary>Nothing where nothing is marked.</summary>
    private string Marks(WorkspacePath source, WorkspacePath destination)
    {
        if (files is not IRefusalFacts facts)
            return "";
        string marks = string.Join(',', Mark(facts, root.Resolve(source)), Mark(facts, FolderOf(source)), Mark(facts, FolderOf(destination)));
        return marks == ",," ? "" : marks;
    }

    private static string Mark(IRefusalFacts facts, string path) =>
        facts.Protection(path) + (facts.IsMountPoint(path) ? "+mounted" : "") + (facts.IsOnReadOnlyMount(path) ? "+read-only" : "");

    /// <summary>The folder it lies in; of those that have yet to be made, the one that the first is made in.</summary>
    private string FolderOf(WorkspacePath path)
    {
        WorkspacePath? folder = path.Parent;
        while (folder is not null && !files.Stat(root.Resolve(folder), out _).IsOk)
            folder = folder.Parent;
        return folder is null ? root.FullPath : root.Resolve(folder);
    }

    private string NoEntry(OsCode code) => FailureClassifier.Classify(files.Family, code) == FailureReason.MissingSource ? Missing : Unknown;
}
