using System.Buffers;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Journal;

/// <summary>
/// The journal of the run that goes on. All intents are written and flushed once before the first rename; then each move appends
/// one line without a flush: after a process crash the page cache has it, and after a power cut recovery believes the disk.
/// </summary>
internal sealed class RunJournal : IDisposable
{
    private readonly WorkspaceRoot root;
    private readonly IOsFiles files;
    private readonly string id;
    private readonly SafeFileHandle handle;
    private readonly ArrayBufferWriter<byte> buffer = new(1 << 16);
    private readonly Utf8JsonWriter json;
    private long length;

    private RunJournal(WorkspaceRoot root, IOsFiles files, string id)
    {
        this.root = root;
        this.files = files;
        this.id = id;
        json = new Utf8JsonWriter(buffer);
        bool isFirst = !Directory.Exists(RunFolder.All(root));
        Directory.CreateDirectory(RunFolder.Open(root, id));
        if (isFirst)
            files.FlushDirectory(root.StatePath); // with the folder of all runs a power cut could take this one
        handle = File.OpenHandle(Path.Combine(RunFolder.Open(root, id), JournalFile.Name), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    }

    public string Id => id;

    /// <summary>The run's folder, while the run goes on.</summary>
    public string Folder => RunFolder.Open(root, id);

    /// <summary>See <see cref="RunFolder.StagedName"/>.</summary>
    public string StagedName(int number) => RunFolder.StagedName(id, number);

    /// <summary>Opens the journal with its first line and every intent, durably.</summary>
    /// <exception cref="TidyException">It cannot be written (a full disk, no rights): nothing may be moved.</exception>
    public static RunJournal Begin(WorkspaceRoot root, IOsFiles files, JournalRecord run, IEnumerable<JournalRecord> intents)
    {
        RunJournal journal = Create(root, files, run.Run!);
        try
        {
            journal.Buffer(run);
            foreach (JournalRecord intent in intents)
                journal.Buffer(intent);
            journal.Write();
            journal.Flush();
            files.FlushDirectory(RunFolder.Open(root, journal.id));
            files.FlushDirectory(RunFolder.All(root));
            return journal;
        }
        catch
        {
            journal.Dispose();
            RunFolder.Remove(files, RunFolder.Open(root, journal.id));
            throw;
        }
    }

    /// <exception cref="TidyException">It cannot be written: the run must stop here. Recovery finds out what had happened.</exception>
    public void Append(JournalRecord record)
    {
        Buffer(record);
        Write();
    }

    /// <exception cref="TidyException">The system could not make it durable.</exception>
    public void Flush()
    {
        try
        {
            RandomAccess.FlushToDisk(handle);
        }
        catch (IOException e)
        {
            throw Unwritable(RunFolder.Open(root, id), e);
        }
    }

    /// <summary>Closes the journal: the run came to its end and everything it claims is on disk.</summary>
    public void End(int queued, int failed)
    {
        Append(new JournalRecord { Type = JournalTypes.End, Queued = queued, Failed = failed });
        Flush();
        handle.Dispose();
        files.RenameNoReplace(RunFolder.Open(root, id), RunFolder.Closed(root, id));
    }

    /// <summary>Takes the journal away: the run changed nothing, and leaves no folder.</summary>
    public void Discard()
    {
        handle.Dispose();
        RunFolder.Remove(files, RunFolder.Open(root, id));
    }

    public void Dispose()
    {
        handle.Dispose();
        json.Dispose();
    }

    private void Buffer(JournalRecord record)
    {
        JournalLine.Write(buffer, json, record);
        if (buffer.WrittenCount > 1 << 16)
            Write();
    }

    private void Write()
    {
        try
        {
            RandomAccess.Write(handle, buffer.WrittenSpan, length);
        }
        catch (IOException e)
        {
            throw Unwritable(RunFolder.Open(root, id), e);
        }

        length += buffer.WrittenCount;
        buffer.ResetWrittenCount();
    }

    private static RunJournal Create(WorkspaceRoot root, IOsFiles files, string id)
    {
        try
        {
            return new RunJournal(root, files, id);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(RunFolder.Open(root, id), e);
        }
    }

    private static TidyException Unwritable(string folder, Exception error) => new(
        Codes.StateDamaged,
        ExitCode.Unexpected,
        $"The journal in '{folder}' cannot be written, so nothing more was moved: {error.Message} Nothing is lost: the next run looks where each file is.",
        error);
}
