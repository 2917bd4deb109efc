using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>
/// Takes away a file whose content is safe elsewhere. Between the last look at a name and its removal somebody may open that file, or put
/// another one there, and both would be lost. So the file first gets a name that nobody else knows: who does not have it open by then never
/// will, and what comes to the old name is not ours.
/// </summary>
/// <param name="runId">It is in the name, with the number of the intent: recovery needs nothing else to find the file.</param>
/// <param name="policy">What counts as in use.</param>
internal sealed class Removal(WorkspaceRoot root, IOsFiles files, string runId, InUsePolicy policy)
{
    private const int MaxNames = 1000;

    /// <summary>Removes the file, or leaves it where it was and says why.</summary>
    /// <param name="number">Number of the entry's intent in the journal.</param>
    /// <param name="safe">The file as it was when its content was found to be safe.</param>
    public Failure? Remove(int number, WorkspacePath source, FileStat safe)
    {
        string from = root.Resolve(source), aside = AsideOf(number, source);
        OsCode code = files.RenameNoReplace(from, aside);
        if (!code.IsOk)
            return Failures.Of(files, code, from, aside, "rename");
        Failure? why = ProblemOf(aside, safe);
        if (why is null && !(code = files.Remove(aside)).IsOk)
            why = Failures.Of(files, code, aside, aside, "unlink");
        if (why is null)
            return null;
        WorkspacePath? at = PutBack(number, source);
        return source.Equals(at) ? why : why with { Message = $"{why.Message}; a new '{source}' came meanwhile, so it is at '{at?.Value ?? aside}' now" };
    }

    /// <summary>Gives a file that was not removed its name back, or the next free one when somebody has taken that; null when there is none, or it cannot be.</summary>
    public WorkspacePath? PutBack(int number, WorkspacePath source)
    {
        string aside = AsideOf(number, source);
        if (!files.Stat(aside, out FileStat stat).IsOk)
            return null;
        WorkspacePath at = source;
        for (int name = 1; !files.RenameNoReplace(aside, root.Resolve(at)).IsOk; name++)
        {
            if (name > MaxNames || !files.Stat(root.Resolve(at), out _).IsOk)
                return null;
            at = ConflictName.Of(source, stat.ModifiedAt, name);
        }

        return at;
    }

    /// <summary>The order counts: nobody can open it any more, so after nobody has it open nobody can change it.</summary>
    private Failure? ProblemOf(string aside, in FileStat safe)
    {
        if (files.ProbeUse(aside, policy) == FileUse.InUse)
            return Failures.InUse(files, "it was opened meanwhile");
        return files.Stat(aside, out FileStat now).IsOk && now.IsSameFile(safe) && now.IsUnchanged(safe)
            ? null
            : new Failure(FailureReason.Locked, OsCode.Ok, "stat", "it changed meanwhile");
    }

    private string AsideOf(int number, WorkspacePath source) =>
        Path.Combine(Path.GetDirectoryName(root.Resolve(source))!, RunFolder.AsideName(runId, number));
}
