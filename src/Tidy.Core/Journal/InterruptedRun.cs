using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Journal;

/// <summary>Finds out of each intent of an interrupted run what became of it, and finishes what must not stay half done.</summary>
/// <remarks>Intents are settled in their order: what became of one tells about those that go on from where it went.</remarks>
internal sealed class InterruptedRun
{
    private readonly WorkspaceRoot root;
    private readonly IOsFiles files;
    private readonly LinkGuard guard;
    private readonly Dictionary<int, string> destinations = [];
    private readonly Dictionary<int, FileStat> copies = [];
    private readonly Dictionary<WorkspacePath, JournalRecord> bySource = [];
    private readonly Dictionary<WorkspacePath, bool> arrivals = [];
    private readonly HashSet<int> movedUnits = [];
    private readonly InterruptedMaking making;
    private readonly Removal removal;

    public InterruptedRun(WorkspaceRoot root, IOsFiles files, LinkGuard guard, JournalFile journal, Removal removal)
    {
        this.root = root;
        this.files = files;
        this.guard = guard;
        this.removal = removal;
        making = new InterruptedMaking(root, files, journal);
        foreach (JournalRecord record in journal.Records)
        {
            if (record is { Type: JournalTypes.Intent } && WorkspacePath.TryParse(record.Source, out WorkspacePath? source, out _))
                bySource[source] = record;
            if (record is { Type: JournalTypes.Done, Number: { } n, Destination: { } renamed })
                destinations[n] = renamed;
            if (record is { Type: JournalTypes.Copied, Number: { } c })
                copies[c] = Intents.StatOf(record);
        }
    }

    /// <summary>The line that tells what became of <paramref name="intent"/>.</summary>
    public JournalRecord Settle(JournalRecord intent, List<Finding> findings)
    {
        int n = intent.Number ?? -1;
        string said = destinations.GetValueOrDefault(n, intent.Destination ?? "");
        if (WireNames.ActionOf(intent.Action) is not { } action
            || !WorkspacePath.TryParse(intent.Source, out WorkspacePath? source, out _)
            || !WorkspacePath.TryParse(said, out WorkspacePath? destination, out _))
        {
            return NotDone(n);
        }

        if ((guard.ProblemOf(source) ?? guard.ProblemOf(destination)) is { } refusal)
        {
            findings.Add(new Finding(Codes.PathRefused, FindingLevel.Warning, source.Value, $"An interrupted run was about to change it, and it was left as it is: {refusal}."));
            return NotDone(n);
        }

        if (!action.HasSourceFile())
            return making.IsDone(intent, action, source) ? Done(n, null) : NotDone(n);
        PutBack(n, source, findings);
        WorkspacePath at = action.TakesFreeName() ? WhereItIs(intent, destination) : destination;
        bool isDone = IsDone(intent, action, source, at, findings) || FollowsItsUnit(intent, source, at);
        if (action.Arrives() && WorkspacePath.TryParse(intent.Destination, out WorkspacePath? planned, out _))
            arrivals[planned] = isDone && at.Equals(planned);
        if (!isDone)
            return NotDone(n);
        movedUnits.Add(n);
        return Done(n, at.Value == intent.Destination ? null : at.Value);
    }

    /// <summary>Killed in the middle of a removal, a run has left the file under the name that it goes by on its way out: it was not gone, so it stays.</summary>
    private void PutBack(int number, WorkspacePath source, List<Finding> findings)
    {
        if (removal.PutBack(number, source) is { } at && !at.Equals(source))
        {
            findings.Add(new Finding(Codes.StateDamaged, FindingLevel.Warning, source.Value,
                $"An interrupted run was about to remove '{source}', and somebody has written a new one since: the earlier file is at '{at}'."));
        }
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

    private bool IsOurs(JournalRecord intent, in FileStat there) => IsSame(Intents.StatOf(intent), there) || IsOurCopy(intent, there);

    private bool IsOurCopy(JournalRecord intent, in FileStat there) =>
        copies.TryGetValue(intent.Number ?? -1, out FileStat copy) && IsSame(copy, there);

    /// <summary>A volume may have another number after the machine was started again; a file has its inode, size and time all the same.</summary>
    private static bool IsSame(in FileStat before, in FileStat there) =>
        there.IsSameFile(before) || (there.Inode == before.Inode && there.IsUnchanged(before));

    private static JournalRecord Done(int n, string? destination) => new() { Type = JournalTypes.Done, Number = n, Destination = destination };

    private static JournalRecord NotDone(int n) => new() { Type = JournalTypes.Fail, Number = n, Reason = JournalTypes.Interrupted };

    private bool IsDone(JournalRecord intent, PlanAction action, WorkspacePath source, WorkspacePath destination, List<Finding> findings)
    {
        if (arrivals.TryGetValue(source, out bool hasArrived) && !hasArrived)
            return false; // what it was about never came to its place
        bool hasSource = files.Stat(root.Resolve(source), out FileStat from).IsOk;
        bool hasDestination = files.Stat(root.Resolve(destination), out FileStat to).IsOk;
        if (hasSource && hasDestination && action != PlanAction.RestoreDuplicate)
            return FinishCopy(intent, (source, from), (destination, to), action.Form());

        if (hasDestination || WentOn(intent, action, destination, hasSource))
            return true;
        if (!hasSource && action != PlanAction.RestoreDuplicate)
        {
            findings.Add(new Finding(Codes.StateDamaged, FindingLevel.Error, source.Value,
                $"Neither '{source}' nor '{destination}' exists, though an interrupted run was about to move one to the other: somebody moved it since, or it is lost."));
        }

        return false;
    }

    /// <summary>It came to its place, and a later entry took it on from there.</summary>
    private bool WentOn(JournalRecord intent, PlanAction action, WorkspacePath destination, bool hasSource)
    {
        if (!action.Arrives() || !bySource.TryGetValue(destination, out JournalRecord? next))
            return false;
        // Of a copy the source stays and tells nothing; where the copy is now does.
        return action != PlanAction.RestoreDuplicate
            ? !hasSource
            : WorkspacePath.TryParse(next.Destination, out WorkspacePath? at, out _) && files.Stat(root.Resolve(at), out FileStat there).IsOk && IsOurCopy(intent, there);
    }

    /// <summary>
    /// Both exist for a moment where a file system has no rename that never replaces (one inode, two names), and across volumes. One name
    /// too many, or a verified copy of an unchanged source, is finished; anything else is two files, and stays.
    /// </summary>
    private bool FinishCopy(JournalRecord intent, (WorkspacePath Path, FileStat Stat) source, (WorkspacePath Path, FileStat Stat) destination, CopyForm form)
    {
        string from = root.Resolve(source.Path), to = root.Resolve(destination.Path);
        bool isOneFile = source.Stat.IsSameFile(destination.Stat);
        bool isOurs = isOneFile
            ? source.Stat.Inode == intent.Inode || HasArrived(intent)
            : IsOurCopy(intent, destination.Stat)
                && source.Stat.IsUnchanged(Intents.StatOf(intent))
                && new PackedFile(from, form.Source).HoldsSameAs(new PackedFile(to, form.Destination));
        if (!isOurs || FolderFlush.ProblemOf(files, Path.GetDirectoryName(to)!) is not null)
            return false; // killed before that flush, the run left it to us
        return isOneFile ? files.Remove(from).IsOk : removal.Remove(intent.Number ?? -1, source.Path, source.Stat) is null;
    }

    /// <summary>An earlier entry made what this one is about, so its intent could not know the identity.</summary>
    private bool HasArrived(JournalRecord intent) => arrivals.ContainsKey(WorkspacePath.Parse(intent.Source!));

    /// <summary>A database moved and its companion had not yet: they belong together, so it follows now.</summary>
    private bool FollowsItsUnit(JournalRecord intent, WorkspacePath source, WorkspacePath destination) =>
        intent.Unit is { } leader
        && movedUnits.Contains(leader)
        && files.RenameNoReplace(root.Resolve(source), root.Resolve(destination)).IsOk;
}
