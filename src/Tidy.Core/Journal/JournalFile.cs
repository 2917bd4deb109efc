namespace Tidy.Core.Journal;

/// <summary>What can be believed of a journal on disk: its longest valid beginning.</summary>
/// <param name="Records">The valid lines, in order.</param>
/// <param name="IsTorn">Bytes follow that are no valid line: the process or the machine ended while writing, or the file was damaged.</param>
internal sealed record JournalFile(IReadOnlyList<JournalRecord> Records, bool IsTorn)
{
    public const string Name = "journal.jsonl";

    public JournalRecord? Run => Records is [{ Type: JournalTypes.Run } first, ..] ? first : null;

    public bool HasEnded => Records is [.., { Type: JournalTypes.End }];

    /// <exception cref="IOException">It cannot be read.</exception>
    public static JournalFile Read(string path)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
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
