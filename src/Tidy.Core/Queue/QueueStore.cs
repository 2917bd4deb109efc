using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Tidy.Core.Configuration;
using Tidy.Core.Locking;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Queue;

/// <summary>
/// The pending queue on disk. A queue that cannot be read is not an empty queue: it is kept, reported, and rebuilt from the
/// last good copy.
/// </summary>
public sealed class QueueStore(WorkspaceRoot root, IOsFiles files, TimeProvider clock, QueueConfig config)
{
    public const string LastGoodName = "queue.last-good.json";
    public const string SetAsideName = "queue-set-aside.jsonl";

    private readonly StateFile main = new(root, root.QueuePath, clock, files);
    private readonly StateFile lastGood = new(root, root.State(LastGoodName), clock, files);
    private readonly StateFile setAside = new(root, root.State(SetAsideName), clock, files);

    /// <summary>How long others had the queue's lock while this store wanted it, all times together.</summary>
    public TimeSpan WaitedForLock { get; private set; }

    /// <exception cref="TidyException">Somebody holds the queue's lock for longer than <paramref name="timeout"/>: <see cref="ExitCode.Busy"/>.</exception>
    public void EnsureLockable(TimeSpan timeout) => Lock(timeout).Dispose();

    /// <summary>The queue as it is now, for a preview: takes no lock, writes nothing.</summary>
    /// <exception cref="TidyException">A newer version wrote it, or a link, a folder or missing rights are in the way.</exception>
    public QueueReading Read()
    {
        StateFolder.Exists(root, files);
        LoadedQueue loaded = Load();
        return new QueueReading(loaded.Queue, QueueFindings.Of(loaded, keptAs: null, repaired: false));
    }

    /// <summary>The queue as it is now, for a run: repaired first, under its lock, if need be. A sound queue is read without it, for it is only ever replaced whole.</summary>
    /// <param name="timeout">As for <see cref="Transact"/>.</param>
    /// <exception cref="TidyException">As for <see cref="Transact"/>.</exception>
    public QueueReading ReadRepaired(TimeSpan? timeout = null)
    {
        if (StateFolder.Exists(root, files) && StateFolder.HasTemporaryFiles(root))
            return Transact(static _ => { }, timeout);
        LoadedQueue loaded = Load();
        return loaded.NeedsRepair ? Transact(static _ => { }, timeout) : new QueueReading(loaded.Queue, []);
    }

    /// <summary>
    /// Reads the queue afresh under its lock, repairs it if need be, applies <paramref name="change"/> and saves what changed.
    /// </summary>
    /// <param name="timeout">For the lock; <see cref="QueueLock.DefaultTimeout"/> when null.</param>
    /// <exception cref="TidyException">As for <see cref="Read"/>; or the lock was not to be had, or the queue could not be written.</exception>
    public QueueReading Transact(Action<PendingQueue> change, TimeSpan? timeout = null)
    {
        using QueueLock held = Lock(timeout);
        main.RemoveLeftovers();
        lastGood.RemoveLeftovers();
        LoadedQueue loaded = Load();
        List<Finding> findings = loaded.NeedsRepair ? Repair(loaded) : [];
        change(loaded.Queue);
        if (loaded.Queue.IsChanged)
            Save(loaded.Queue, findings);
        return new QueueReading(loaded.Queue, findings);
    }

    private QueueLock Lock(TimeSpan? timeout)
    {
        QueueLock taken = QueueLock.Acquire(root, files, clock, timeout);
        WaitedForLock += taken.Waited;
        return taken;
    }

    private LoadedQueue Load()
    {
        if (main.Read() is { } content)
            return Load(content);
        if (LoadLastGood() is not { Count: > 0 } lost)
            return new LoadedQueue(new PendingQueue(config), [], QueueDamage.None, null, HasLastGood: false);
        // The copy is written after the queue: one that came between two looks, with the very first save, means that the queue is there now.
        return main.Read() is { } saved ? Load(saved) : new LoadedQueue(lost, [], QueueDamage.Vanished, null, HasLastGood: true);
    }

    private LoadedQueue Load(byte[] content)
    {
        DecodedQueue decoded = QueueCodec.Decode(content, config);
        if (decoded.Queue is { } queue)
        {
            queue.FileSize = content.Length;
            return new LoadedQueue(queue, decoded.Damaged, QueueDamage.None, null, HasLastGood: false);
        }

        PendingQueue? good = LoadLastGood();
        return new LoadedQueue(good ?? new PendingQueue(config), [], QueueDamage.Unreadable, decoded.Problem, good is not null);
    }

    private PendingQueue? LoadLastGood() => lastGood.Read() is { } content ? QueueCodec.Decode(content, config).Queue : null;

    /// <summary>Saves at once, so that a change that fails afterwards does not leave the queue without its file.</summary>
    private List<Finding> Repair(LoadedQueue loaded)
    {
        if (loaded.Damaged.Count > 0)
            setAside.Append(LinesOf(loaded.Damaged));
        string? keptAs = loaded.Damage == QueueDamage.Unreadable ? SetMainAside() : null;
        List<Finding> findings = QueueFindings.Of(loaded, keptAs, repaired: true);
        Save(loaded.Queue, findings);
        return findings;
    }

    private void Save(PendingQueue queue, List<Finding> findings)
    {
        byte[] content = QueueCodec.Encode(queue, config, root.FullPath, clock.GetUtcNow());
        main.Replace(content);
        queue.Saved(content.Length);
        try
        {
            // A file of its own, not a hard link: damage to the one must not reach the other.
            lastGood.Replace(content, durable: false);
        }
        catch (TidyException e)
        {
            findings.Add(QueueFindings.LastGoodNotWritten(e.Message));
        }
    }

    /// <summary>
    /// Renames the unreadable file, never over anything. A crash right after this looks like a vanished queue, and is repaired as one.
    /// </summary>
    private string SetMainAside()
    {
        string name = $"{main.FullPath}.corrupt-{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}";
        string target = name;
        OsCode code = files.RenameNoReplace(main.FullPath, target);
        for (int number = 2; !code.IsOk && files.Stat(target, out _).IsOk; number++)
        {
            target = $"{name}-{number}";
            code = files.RenameNoReplace(main.FullPath, target);
        }

        if (code.IsOk)
            return Path.GetRelativePath(root.FullPath, target).Replace(Path.DirectorySeparatorChar, '/');
        string why = $"{Marshal.GetPInvokeErrorMessage(code.Value)} ({code.Value})";
        throw new TidyException(
            Codes.StateDamaged,
            ExitCode.Unexpected,
            $"The pending queue '{main.Name}' cannot be read, and it cannot be set aside either: {why}. Nothing was changed.");
    }

    private byte[] LinesOf(IReadOnlyList<DamagedItem> damaged)
    {
        var lines = new StringBuilder();
        foreach (DamagedItem item in damaged)
        {
            var line = new SetAsideLine(clock.GetUtcNow(), item.Code, item.Problem, item.Raw);
            lines.Append(JsonSerializer.Serialize(line, QueueLineJson.Context.SetAsideLine)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }
}
