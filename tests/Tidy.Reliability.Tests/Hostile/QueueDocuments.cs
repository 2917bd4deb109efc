using Tidy.Core.Configuration;
using Tidy.Core.Queue;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>Queues that the reference system wrote, and one of ours.</summary>
internal static class QueueDocuments
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "queues");

    public static IReadOnlyList<Document> All => [.. Document.AllIn(Folder, "*.json"), OfTheEngine];

    /// <summary>A fixture as the engine writes it: with every field of its own.</summary>
    private static Document OfTheEngine
    {
        get
        {
            QueueConfig config = new();
            PendingQueue queue = QueueCodec.Decode(File.ReadAllBytes(Path.Combine(Folder, "every-status.json")), config).Queue!;
            return new Document("written by the engine", QueueCodec.Encode(queue, config, "/home/ann/shop", DateTimeOffset.UnixEpoch));
        }
    }
}
