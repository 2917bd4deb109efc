using System.Text.Json;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Delivery;

/// <summary>How the deliveries of a workspace have fared: <c>deliveries.json</c>. Lost, it costs a try too early.</summary>
public sealed record DeliveryBook
{
    public const string FileName = "deliveries.json";

    public IReadOnlyList<DeliveryRecord> Deliveries { get; init; } = [];

    /// <summary>
    /// Time stamp of the queue file, in 100 ns, as it was before the last round in which nothing failed: while it has this one, there is nothing in the queue
    /// that was not told.
    /// </summary>
    public long QueueStamp { get; init; }

    public DeliveryRecord Of(string name) => Deliveries.FirstOrDefault(d => d.Name == name) ?? new DeliveryRecord { Name = name };

    /// <summary>There is a delivery that need not be left in peace.</summary>
    public bool IsDue(DateTimeOffset now) => Deliveries.Count == 0 || Deliveries.Any(d => d.IsDue(now));

    public DeliveryBook With(DeliveryRecord record) => this with { Deliveries = [.. Deliveries.Where(d => d.Name != record.Name), record] };

    /// <summary>Without what is no longer configured.</summary>
    public DeliveryBook Only(IEnumerable<string> names) => this with { Deliveries = [.. Deliveries.Where(d => names.Contains(d.Name))] };

    /// <summary>An empty one where none can be read.</summary>
    public static DeliveryBook Read(WorkspaceRoot root, RunServices services)
    {
        try
        {
            DeliveryBook? book = FileOf(root, services).Read() is { } json ? JsonSerializer.Deserialize(json, DeliveryJson.Default.DeliveryBook) : null;
            return book is null ? new DeliveryBook() : book with { Deliveries = [.. book.Deliveries.OfType<DeliveryRecord>()] };
        }
        catch (Exception e) when (e is JsonException or TidyException)
        {
            return new DeliveryBook();
        }
    }

    /// <summary>Only under <see cref="DeliveryLock"/>.</summary>
    /// <exception cref="TidyException">It cannot be written.</exception>
    public void Write(WorkspaceRoot root, RunServices services)
    {
        StateFile file = FileOf(root, services);
        file.RemoveLeftovers();
        file.Replace(JsonSerializer.SerializeToUtf8Bytes(this, DeliveryJson.Default.DeliveryBook), durable: false);
    }

    /// <returns>0 when there is no queue.</returns>
    public static long StampOf(WorkspaceRoot root, RunServices services) =>
        services.Files.Stat(root.QueuePath, out FileStat stat).IsOk ? stat.ModifiedTicks : 0;

    private static StateFile FileOf(WorkspaceRoot root, RunServices services) => new(root, root.State(FileName), services.Clock, services.Files);
}
