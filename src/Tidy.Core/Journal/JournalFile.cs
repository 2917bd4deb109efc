using Tidy.Core.Workspaces;

namespace Tidy.Core.Journal;

/// <summary>What can be believed of a journal on disk: its longest valid beginning.</summary>
/// <param name="Records">The valid lines, in order.</param>
/// <param name="IsTorn">Bytes follow that are no valid line: the process or the machine ended while writing, or the file was damaged.</param>
internal sealed record JournalFile(IReadOnlyList<JournalRecord> Records, bool IsTorn)
{
    public const string Name = "journal.jsonl";

    /// <summary>Two lines a move, some 500 bytes: a million moves.</summary>
    private const int MaxBytes = 1 << 29;

    public JournalRecord? Run => Records is [{ Type: JournalTypes.Run } first, ..] ? first : null;

    public bool HasEnded => Records is [.., { Type: JournalTypes.End }];

    /// <summary>Recovery wrote its end.</summary>
    public bool IsRecovered => Records is [.., { Type: JournalTypes.End, Reason: JournalTypes.Recovered }];

    /// <exception cref="IOException">It cannot be read, or is no regular file.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static JournalFile Read(string path)
    {
        using FileStream stream = RegularFile.Open(path);
        if (stream.Length > MaxBytes)
            throw new IOException($"The file is larger than {MaxBytes >> 20} MiB, which no journal is.");
        byte[] bytes = new byte[stream.Length];
        return Of(bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
    }

    /// <summary>What can be believed of these bytes.</summary>
    public static JournalFile Of(ReadOnlySpan<byte> bytes)
    {
        List<JournalRecord> records = [];
        while (bytes.IndexOf((byte)'\n') is >= 0 and var end)
        {
            if (JournalLine.Read(bytes[..end]) is not { } record)
                break;
            records.Add(record);
            bytes = bytes[(end + 1)..];
        }

        return new JournalFile(records, !bytes.IsEmpty);
    }
}
