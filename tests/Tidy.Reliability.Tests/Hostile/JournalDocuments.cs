using System.Text;
using Tidy.Core.Journal;
using Tidy.Core.Tests;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>Journals that runs wrote: of moves, folders, an undo and an index.</summary>
internal static class JournalDocuments
{
    public const string Config =
        """
        { "version": 1, "inUse": "off", "rules": [ { "id": "logs", "match": ["*.log", "old/"], "to": "archive/logs/" } ],
          "archive": { "path": "archive", "buckets": ["logs"], "index": true } }
        """;

    private static readonly Lazy<IReadOnlyList<Document>> Written = new(Write);

    public static IReadOnlyList<Document> AsWritten => Written.Value;

    /// <summary>Their lines without the sums: damaged like this and given new sums, they are what somebody forges.</summary>
    public static IReadOnlyList<Document> WithoutSums =>
        [.. AsWritten.Select(static d => d with { Bytes = Encoding.UTF8.GetBytes(string.Join('\n', Encoding.UTF8.GetString(d.Bytes).Split('\n').Select(static l => l.Length > 9 ? l[9..] : ""))) })];

    /// <summary>A sum that fits for each line, whatever the line is.</summary>
    public static byte[] WithSums(byte[] lines)
    {
        List<byte> journal = [];
        foreach (Range range in lines.AsSpan().Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = lines.AsSpan(range);
            if (!line.IsEmpty)
                journal.AddRange([.. Encoding.ASCII.GetBytes($"{Crc32C.Of(line):x8} "), .. line, (byte)'\n']);
        }

        return [.. journal];
    }

    private static List<Document> Write()
    {
        using Workbench bench = new(Config);
        bench.Write("a.log", "one");
        bench.Write("b.log", "two");
        bench.Write("old/c.txt", "three");
        bench.Apply();
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        bench.Undo();
        return [.. Document.AllIn(bench.Root.State("runs"), JournalFile.Name)];
    }
}
