using System.Globalization;
using System.Text.Json;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Notices;

/// <summary>
/// What was told, by channel: <c>notices.jsonl</c>, a line for each item. What is to be told is never written down: it is what the queue has and this has not,
/// so a crash between the two loses nothing. Only under <see cref="Delivery.DeliveryLock"/>.
/// </summary>
internal sealed class ToldItems
{
    public const string FileName = "notices.jsonl";

    /// <summary>A file whose owner writes it all day is tried by every run, and fails each time: once a day is enough to hear of that.</summary>
    private static readonly TimeSpan Reminder = TimeSpan.FromDays(1);

    /// <summary>Bytes beyond which lines of items that are no longer in the queue are taken out.</summary>
    private const int MaxBytes = 1 << 20;

    private readonly Dictionary<(string Channel, string Topic), ToldLine> lines = [];
    private readonly StateFile file;
    private readonly RunServices services;
    private int size;

    private ToldItems(StateFile file, RunServices services) => (this.file, this.services) = (file, services);

    /// <exception cref="TidyException">The file cannot be read.</exception>
    public static ToldItems Read(WorkspaceRoot root, RunServices services)
    {
        ToldItems told = new(new StateFile(root, root.State(FileName), services.Clock, services.Files), services);
        byte[] content = told.file.Read() ?? [];
        told.size = content.Length;
        foreach (Range range in content.AsSpan().Split((byte)'\n'))
        {
            if (LineOf(content.AsSpan(range)) is { } line)
                told.lines[(line.Channel, line.Topic)] = line;
        }

        return told;
    }

    /// <summary>It came to this since it was last told; but when it was tried again by itself, because something about the file changed, at most once a day.</summary>
    public bool IsNews(string channel, PendingMove item)
    {
        if (!lines.TryGetValue((channel, NoticeTopic.Of(item)), out ToldLine? line))
            return true;
        if (line.Epoch == NoticeTopic.EpochOf(item))
            return false;
        return line.Cause == CauseOf(item) || services.Clock.GetUtcNow() - line.At >= Reminder;
    }

    /// <summary>Durable: what was told is not told again after a power cut either.</summary>
    /// <exception cref="TidyException">It cannot be written: the same will be told again.</exception>
    public void Add(string channel, IReadOnlyList<PendingMove> items)
    {
        DateTimeOffset now = services.Clock.GetUtcNow();
        List<byte> added = [];
        foreach (PendingMove item in items)
        {
            ToldLine line = new(channel, NoticeTopic.Of(item), NoticeTopic.EpochOf(item), CauseOf(item), now);
            lines[(channel, line.Topic)] = line;
            added.AddRange(BytesOf(line));
        }

        file.Append([.. added]);
        size += added.Count;
    }

    /// <summary>Keeps the file in the order of what is in the queue.</summary>
    /// <exception cref="TidyException">It cannot be written; nothing is lost.</exception>
    public void Trim(IEnumerable<PendingMove> queued)
    {
        if (size <= MaxBytes)
            return;
        HashSet<string> topics = [.. queued.Select(NoticeTopic.Of)];
        byte[] kept = [.. lines.Values.Where(line => topics.Contains(line.Topic)).SelectMany(BytesOf)];
        if (kept.Length > size / 2)
            return; // it would grow as fast as it shrinks
        file.RemoveLeftovers();
        file.Replace(kept);
        size = kept.Length;
    }

    private static byte[] BytesOf(ToldLine line) => [.. JsonSerializer.SerializeToUtf8Bytes(line, NoticesJson.Default.ToldLine), (byte)'\n'];

    private static ToldLine? LineOf(ReadOnlySpan<byte> json)
    {
        try
        {
            return json.IsEmpty ? null : JsonSerializer.Deserialize(json, NoticesJson.Default.ToldLine);
        }
        catch (JsonException)
        {
            return null; // torn by a crash: the same is told again
        }
    }

    private static string? CauseOf(PendingMove item)
    {
        if (item.Cause is not { } cause)
            return null;
        uint hash = 2166136261; // FNV-1a: the ledger need not repeat all of it
        foreach (char c in cause)
            hash = (hash ^ c) * 16777619;
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
