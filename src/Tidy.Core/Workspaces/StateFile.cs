using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Tidy.Core.Locking;
using Tidy.Core.Platform;

namespace Tidy.Core.Workspaces;

/// <summary>One file of Tidy's own state: read whole, replaced atomically, or appended to. Links are refused, never followed.</summary>
/// <remarks>Whoever writes holds the lock that covers the file; readers need none.</remarks>
public sealed class StateFile
{
    internal const string TempSuffix = ".tmp";

    /// <summary>
    /// How long a replace waits, on Windows, for readers that have the file open. Two that read in a loop without sharing
    /// deletion made one of ten replaces wait for more than two seconds (Wine).
    /// </summary>
    private static readonly TimeSpan ReplaceTimeout = TimeSpan.FromSeconds(5);

    /// <summary>How long a reader waits, on Windows, for a replace or for somebody who shares nothing.</summary>
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(1);

    /// <summary>A queue of 100,000 items has 66 MB.</summary>
    private const long MaxBytes = 1 << 29;

    private static int temps;

    private readonly string temporaryFolder;
    private readonly TimeProvider clock;
    private readonly IOsFiles files;

    /// <summary>Of a workspace.</summary>
    public StateFile(WorkspaceRoot root, string fullPath, TimeProvider clock, IOsFiles files)
        : this(fullPath, clock, files)
    {
        temporaryFolder = root.StatePath;
        Name = Path.GetRelativePath(root.FullPath, fullPath).Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>Of a person, outside of every workspace; its folder is there.</summary>
    public StateFile(string fullPath, TimeProvider clock, IOsFiles files)
    {
        (FullPath, Name, this.clock, this.files) = (fullPath, fullPath, clock, files);
        temporaryFolder = Path.GetDirectoryName(fullPath)!;
    }

    public string FullPath { get; }

    /// <summary>The path as a person sees it: in a workspace relative to it and with <c>/</c>.</summary>
    public string Name { get; }

    /// <summary>The whole content, or null when there is no such file.</summary>
    /// <exception cref="TidyException">It is a link or a folder, or cannot be read.</exception>
    public byte[]? Read()
    {
        if (!IsThere())
            return null;
        for (var patience = new Patience(ReadTimeout, clock); ;)
        {
            try
            {
                // Delete is shared so that a replace on Windows does not have to wait for us.
                using var handle = File.OpenHandle(FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                return ReadAll(handle);
            }
            catch (FileNotFoundException)
            {
                return null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                if (!IsSharingViolation(e) || !patience.Wait())
                    throw Failed("read", e.Message, e);
            }
        }
    }

    /// <summary>Puts <paramref name="content"/> in place of what is there: a reader and a crash see all of the old or all of the new.</summary>
    /// <param name="durable">Survives a power cut too once this returns.</param>
    /// <exception cref="TidyException">It cannot be written, and the old content is still there; or it cannot be made durable.</exception>
    public void Replace(ReadOnlySpan<byte> content, bool durable = true)
    {
        RefuseOtherKinds();
        string temp = Path.Combine(temporaryFolder, $"{Path.GetFileName(FullPath)}.{Environment.ProcessId}-{Interlocked.Increment(ref temps)}{TempSuffix}");
        bool replaced = false;
        try
        {
            Write(temp, FileMode.CreateNew, content, durable);
            Check("replaced", ReplaceBy(temp));
            replaced = true;
            if (durable)
                Check("flushed", files.FlushDirectory(Path.GetDirectoryName(FullPath)!));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed("written", e.Message, e);
        }
        finally
        {
            if (!replaced)
                files.Remove(temp);
        }
    }

    /// <summary>Writes in place: for a note that a reader may find half written, and that leaves no temporary file behind.</summary>
    /// <exception cref="TidyException">It cannot be written.</exception>
    public void Overwrite(ReadOnlySpan<byte> content)
    {
        RefuseOtherKinds();
        try
        {
            Write(FullPath, FileMode.Create, content, durable: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed("written", e.Message, e);
        }
    }

    /// <summary>Adds whole lines at the end, durably. A line that a crash cut short is ended first, so that it costs only itself.</summary>
    /// <exception cref="TidyException">It cannot be written.</exception>
    public void Append(ReadOnlySpan<byte> lines)
    {
        byte[]? before = Read();
        try
        {
            Write(FullPath, FileMode.Append, before is { Length: > 0 } && before[^1] != '\n' ? [(byte)'\n', .. lines] : lines, durable: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed("appended to", e.Message, e);
        }

        if (before is null)
            Check("flushed", files.FlushDirectory(Path.GetDirectoryName(FullPath)!));
    }

    /// <summary>Adds whole lines at the end without a look at what is there and without a flush: for numbers that nothing depends on.</summary>
    /// <exception cref="TidyException">It cannot be written.</exception>
    public void AppendLoosely(ReadOnlySpan<byte> lines)
    {
        RefuseOtherKinds();
        try
        {
            Write(FullPath, FileMode.Append, lines, durable: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed("appended to", e.Message, e);
        }
    }

    /// <summary>Removes temporary files that a killed process left; only under the lock that covers this file.</summary>
    public void RemoveLeftovers()
    {
        foreach (string temp in Leftovers())
            files.Remove(temp);
    }

    private IEnumerable<string> Leftovers()
    {
        // Simple, because with the default match type "x.*.tmp" would mean more on Windows than it says.
        var options = new EnumerationOptions { MatchType = MatchType.Simple, MatchCasing = MatchCasing.CaseSensitive };
        return Directory.EnumerateFiles(temporaryFolder, $"{Path.GetFileName(FullPath)}.*{TempSuffix}", options);
    }

    private OsCode ReplaceBy(string temp)
    {
        OsCode code = files.Replace(temp, FullPath);
        // Windows refuses (5 access denied, 32 sharing violation) while anybody reads the old file; that is over in milliseconds.
        for (var patience = new Patience(ReplaceTimeout, clock); files.Family == OsFamily.Windows && code.Value is 5 or 32 && patience.Wait();)
            code = files.Replace(temp, FullPath);
        return code;
    }

    private bool IsThere()
    {
        OsCode code = files.Stat(FullPath, out FileStat stat);
        if (!code.IsOk)
            return IsMissing(code) ? false : throw Failed("read", Explain(code));
        if (stat.Kind == FileKind.File)
            return true;
        string what = stat.Kind switch { FileKind.Link => "a link", FileKind.Directory => "a folder", _ => "not a regular file" };
        throw new TidyException(
            Codes.PathRefused,
            ExitCode.Unexpected,
            $"The file '{Name}' is refused: it is {what}. Tidy keeps its own state there. "
                + "Put it elsewhere and run again; nothing was changed.");
    }

    private bool IsSharingViolation(Exception e) => files.Family == OsFamily.Windows && OsCodes.From(e).Value == 32;

    private void RefuseOtherKinds() => IsThere();

    // ENOENT and ENOTDIR; on Windows file and path not found.
    private bool IsMissing(OsCode code) => code.Value == 2 || code.Value == (files.Family == OsFamily.Windows ? 3 : 20);

    private void Check(string done, OsCode code)
    {
        if (!code.IsOk)
            throw Failed(done, Explain(code));
    }

    private TidyException Failed(string done, string why, Exception? inner = null) =>
        new(Codes.StateDamaged, ExitCode.Unexpected, $"The file '{Name}' of Tidy's own state cannot be {done}: {why}", inner);

    private static string Explain(OsCode code) => $"{Marshal.GetPInvokeErrorMessage(code.Value)} ({code.Value})";

    private static void Write(string path, FileMode mode, ReadOnlySpan<byte> content, bool durable)
    {
        // Append is emulated: a handle opened for appending has no offset to write at on every system.
        FileMode open = mode == FileMode.Append ? FileMode.OpenOrCreate : mode;
        using var handle = File.OpenHandle(path, open, FileAccess.Write, FileShare.Read);
        RandomAccess.Write(handle, content, mode == FileMode.Append ? RandomAccess.GetLength(handle) : 0);
        if (durable)
            RandomAccess.FlushToDisk(handle);
    }

    /// <exception cref="IOException">It is far larger than anything that Tidy writes.</exception>
    private static byte[] ReadAll(SafeFileHandle handle)
    {
        long length = RandomAccess.GetLength(handle);
        if (length > MaxBytes)
            throw new IOException($"it is larger than {MaxBytes >> 20} MiB, which no state of Tidy is");
        byte[] content = new byte[length];
        int filled = 0;
        while (filled < content.Length && RandomAccess.Read(handle, content.AsSpan(filled), filled) is > 0 and var read)
            filled += read;
        return filled == content.Length ? content : content[..filled];
    }
}
