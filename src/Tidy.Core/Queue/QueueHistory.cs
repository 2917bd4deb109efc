using System.Text.Json;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Queue;

/// <summary>What became of items that left the queue: one line each, the newest last.</summary>
/// <remarks>
/// Append inside a change of <see cref="QueueStore.Transact"/>: the queue's lock covers this file, and history is then written
/// before the item goes.
/// </remarks>
public sealed class QueueHistory(WorkspaceRoot root, IOsFiles files, TimeProvider clock)
{
    public const string FileName = "queue-history.jsonl";

    /// <summary>Beyond so many lines it is cut down to <see cref="KeptLines"/>.</summary>
    public const int MaxLines = 2000;

    public const int KeptLines = 1000;

    private readonly StateFile file = new(root, root.State(FileName), clock, files);

    /// <exception cref="TidyException">It cannot be written.</exception>
    public void Append(IReadOnlyCollection<QueueHistoryEntry> entries)
    {
        if (entries.Count == 0)
            return;
        byte[] added = Encode(entries.Count > KeptLines ? entries.Skip(entries.Count - KeptLines) : entries);
        byte[] before = file.Read() ?? [];
        if (before.AsSpan().Count((byte)'\n') + Math.Min(entries.Count, KeptLines) <= MaxLines)
        {
            file.Append(added);
            return;
        }

        byte[] all = before.Length == 0 || before[^1] == '\n' ? [.. before, .. added] : [.. before, (byte)'\n', .. added];
        file.RemoveLeftovers();
        file.Replace(LastLines(all, KeptLines));
    }

    /// <summary>The entries, the newest first; a line that cannot be read is passed over.</summary>
    /// <exception cref="TidyException">The file cannot be read.</exception>
    public IReadOnlyList<QueueHistoryEntry> Read()
    {
        byte[] content = file.Read() ?? [];
        var entries = new List<QueueHistoryEntry>();
        foreach (Range line in content.AsSpan().Split((byte)'\n'))
        {
            if (Decode(content.AsSpan(line)) is { } entry)
                entries.Add(entry);
        }

        entries.Reverse();
        return entries;
    }

    private static byte[] Encode(IEnumerable<QueueHistoryEntry> entries)
    {
        using var lines = new MemoryStream();
        foreach (QueueHistoryEntry entry in entries)
        {
            var line = new QueueHistoryLine(entry.EndedAt, NameOf(entry.Ending), entry.Why, ItemMapping.Write(entry.Item));
            JsonSerializer.Serialize(lines, line, QueueLineJson.Context.QueueHistoryLine);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    private static QueueHistoryEntry? Decode(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
            return null;
        try
        {
            QueueHistoryLine? line = JsonSerializer.Deserialize(json, QueueLineJson.Context.QueueHistoryLine);
            if (line is not { Item: not null } || EndingOf(line.Ending) is not { } ending)
                return null;
            return new ItemMapping(backslashes: false).TryRead(line.Item, out PendingMove? item, out _)
                ? new QueueHistoryEntry(item, ending, line.EndedAt, line.Why)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string NameOf(QueueEnding ending) => ending switch
    {
        QueueEnding.Moved => "moved",
        QueueEnding.Closed => "closed",
        QueueEnding.Dropped => "dropped",
        QueueEnding.Cleared => "cleared",
        QueueEnding.Archived => "archived",
        _ => throw new ArgumentOutOfRangeException(nameof(ending)),
    };

    private static QueueEnding? EndingOf(string name) => name switch
    {
        "moved" => QueueEnding.Moved,
        "closed" => QueueEnding.Closed,
        "dropped" => QueueEnding.Dropped,
        "cleared" => QueueEnding.Cleared,
        "archived" => QueueEnding.Archived,
        _ => null,
    };

    private static ReadOnlySpan<byte> LastLines(ReadOnlySpan<byte> all, int count)
    {
        int start = all.Length - 1;
        for (int left = count; left > 0 && start >= 0; left--)
            start = all[..start].LastIndexOf((byte)'\n');
        return all[(start + 1)..];
    }
}
