using System.Security.Cryptography;
using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>Carries out the entries whose bytes Tidy makes itself, and takes such writes back.</summary>
internal sealed class FileWriting(RunRequest request, IOsFiles files, DestinationFolders folders, FileSwap swap)
{
    private const string AsItShouldBe = "as it should be already";
    private const string Changed = "it changed since the plan: left as it is";

    private readonly WorkspaceRoot root = request.Root;

    /// <summary>Writes an index or a new file; never over anything but the version that the plan saw.</summary>
    public MoveResult Write(int number, PlanEntry entry, IReadOnlyList<CarriedOut> carriedOut)
    {
        string path = root.Resolve(entry.Source);
        bool isThere = files.Stat(path, out FileStat now).IsOk;
        if (isThere && now.Kind != FileKind.File)
            return MoveResult.Failed(new Failure(FailureReason.DestExists, OsCode.Ok, "lstat", $"'{entry.Source}' is a link or not a file: nothing is written there"));
        if (entry.Content?.Make(carriedOut) is not { } content)
            return MoveResult.Left("there is nothing to write");
        string hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (isThere && now.Size == content.Length && ContentHash.TextOf(path) == hash)
            return MoveResult.Left(AsItShouldBe);
        if (Refusal(entry, isThere, now) is { } why)
            return MoveResult.Left(why);
        FileTarget target = new(hash, part => Make(part, content, isThere ? now.Mode : null));
        return Swap(number, entry.Source, isThere ? now : null, target);
    }

    /// <summary>Puts back what was there before a run wrote the file, if it is still as that run left it.</summary>
    public MoveResult Restore(int number, PlanEntry entry)
    {
        WrittenFile written = entry.Restores!;
        string path = root.Resolve(entry.Source);
        bool isThere = files.Stat(path, out FileStat now).IsOk;
        if (!written.IsStill(path, isThere, now))
            return MoveResult.Left("it changed since the run");
        if (written.EarlierSha256 is not { } earlier)
            return isThere ? Swap(number, entry.Source, now, null) : MoveResult.Left(AsItShouldBe);
        string kept = RunFolder.Before(root, written);
        return Swap(number, entry.Source, isThere ? now : null, new FileTarget(earlier, part => Bring(kept, part)));
    }

    private static string? Refusal(PlanEntry entry, bool isThere, in FileStat now)
    {
        if (entry.Action == PlanAction.CreateFile)
            return isThere ? "it exists already: left as it is" : null;
        bool wasThere = entry.Stat != default;
        return wasThere == isThere && (!isThere || (now.IsSameFile(entry.Stat) && now.IsUnchanged(entry.Stat))) ? null : Changed;
    }

    private MoveResult Swap(int number, WorkspacePath path, FileStat? now, FileTarget? target)
    {
        if (folders.EnsureParentOf(path) is { } noFolder)
            return MoveResult.Failed(noFolder);
        return swap.Carry(number, path, now, target) is { } failure ? MoveResult.Failed(failure) : MoveResult.Done(target is null ? null : path);
    }

    private static void Make(string part, byte[] content, int? mode)
    {
        using (FileStream stream = new(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        if (mode is { } bits)
            ModeBits.Give(part, bits); // a person who let a group read the index does not want to do so after every run
    }

    private void Bring(string kept, string part)
    {
        FileCopy.Write(kept, part, CopyForm.Plain);
        files.CopyAttributes(kept, part);
    }
}
