using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Journal;

/// <summary>Finds out of each intent of an interrupted run what became of it, and finishes what must not stay half done.</summary>
internal sealed class InterruptedRun
{
    private readonly WorkspaceRoot root;
    private readonly IOsFiles files;
    private readonly Dictionary<int, string> destinations = [];
    private readonly Dictionary<int, (ulong? Device, ulong? Inode)> copies = [];
    private readonly HashSet<int> movedUnits = [];

    public InterruptedRun(WorkspaceRoot root, IOsFiles files, JournalFile journal)
    {
        this.root = root;
        this.files = files;
        foreach (JournalRecord record in journal.Records)
        {
            if (record is { Type: JournalTypes.Done, Number: { } n, Destination: { } renamed })
                destinations[n] = renamed;
            if (record is { Type: JournalTypes.Copied, Number: { } c })
                copies[c] = (record.Device, record.Inode);
        }
    }

    /// <summary>The line that tells what became of <paramref name="intent"/>.</summary>
    public JournalRecord Settle(JournalRecord intent, List<Finding> findings)
    {
        int n = intent.Number ?? -1;
        string said = destinations.GetValueOrDefault(n, intent.Destination ?? "");
        if (!WorkspacePath.TryParse(intent.Source, out WorkspacePath? source, out _) || !WorkspacePath.TryParse(said, out WorkspacePath? destination, out _))
            return NotDone(n);
        bool isDone = IsDone(intent, source, destination, findings) || FollowsItsUnit(intent, source, destination);
        if (!isDone)
            return NotDone(n);
        movedUnits.Add(n);
        string at = intent.Action == WireNames.Of(PlanAction.Move) ? WhereItIs(intent, destination).Value : said;
        return new JournalRecord { Type = JournalTypes.Done, Number = n, Destination = at == intent.Destination ? null : at };
    }

    /// <summary>
    /// Killed between a rename and its journal line, a run may have put the file under the next free name, because the planned one was
    /// taken meanwhile: the file's identity tells which of the names is ours.
    /// </summary>
    private WorkspacePath WhereItIs(JournalRecord intent, WorkspacePath destination)
    {
        WorkspacePath at = destination;
        for (int number = 1; files.Stat(root.Resolve(at), out FileStat there).IsOk; number++)
        {
            if (IsOurs(intent, there))
                return at;
            at = ConflictName.Of(destination, Intents.StatOf(intent).ModifiedAt, number);
        }

        return destination; // a file system that gives a moved file a new identity: the planned name is the best there is
    }

    private bool IsOurs(JournalRecord intent, in FileStat there) =>
        (there.Device == intent.Device && there.Inode == intent.Inode) || IsOurCopy(intent, there);

    private bool IsOurCopy(JournalRecord intent, in FileStat there) =>
        copies.TryGetValue(intent.Number ?? -1, out (ulong? Device, ulong? Inode) copy) && copy == (there.Device, there.Inode);

    private static JournalRecord NotDone(int n) => new() { Type = JournalTypes.Fail, Number = n, Reason = "interrupted" };

    private bool IsDone(JournalRecord intent, WorkspacePath source, WorkspacePath destination, List<Finding> findings)
    {
        bool hasSource = files.Stat(root.Resolve(source), out FileStat from).IsOk;
        bool hasDestination = files.Stat(root.Resolve(destination), out FileStat to).IsOk;
        if (intent.Action == WireNames.Of(PlanAction.RestoreDuplicate))
            return hasDestination;
        if (!hasSource && !hasDestination)
        {
            findings.Add(new Finding(Codes.StateDamaged, FindingLevel.Error, source.Value,
                $"Neither '{source}' nor '{destination}' exists, though an interrupted run was about to move one to the other: somebody moved it since, or it is lost."));
        }

        if (hasSource && hasDestination)
            return FinishCopy(intent, source, destination, from, to);
        return hasDestination;
    }

    /// <summary>
    /// Both exist for a moment where a file system has no rename that never replaces (one inode, two names), and across volumes. One name
    /// too many, or a verified copy of an unchanged source, is finished; anything else is two files, and stays.
    /// </summary>
    private bool FinishCopy(JournalRecord intent, WorkspacePath source, WorkspacePath destination, in FileStat from, in FileStat to)
    {
        bool isOneFile = from.IsSameFile(to) && from.Inode == intent.Inode;
        bool isCopy = IsOurCopy(intent, to)
            && !from.IsSameFile(to)
            && from.IsUnchanged(Intents.StatOf(intent))
            && ContentHash.AreEqual(root.Resolve(source), root.Resolve(destination));
        return (isOneFile || isCopy) && files.Remove(root.Resolve(source)).IsOk;
    }

    /// <summary>A database moved and its companion had not yet: they belong together, so it follows now.</summary>
    private bool FollowsItsUnit(JournalRecord intent, WorkspacePath source, WorkspacePath destination) =>
        intent.Unit is { } leader
        && movedUnits.Contains(leader)
        && files.RenameNoReplace(root.Resolve(source), root.Resolve(destination)).IsOk;
}
