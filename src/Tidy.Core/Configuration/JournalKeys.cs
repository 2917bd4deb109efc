namespace Tidy.Core.Configuration;

/// <summary>The keys of <c>journal</c>.</summary>
internal static class JournalKeys
{
    public static readonly KeyTable<JournalConfig> All = new(
        "Journal",
        new JournalConfig(),
        Key<JournalConfig>.Of("keepLast", Values.Positive, (journal, count) => journal with { KeepLast = count }, journal => journal.KeepLast,
            "So many of the newest runs stay; at least 1."),
        Key<JournalConfig>.Of("keepFor", Values.PositiveSpan, (journal, age) => journal with { KeepFor = age }, journal => journal.KeepFor,
            "Runs that began longer ago go even when there are fewer than `keepLast`; left out, their age does not matter. The newest run stays whatever its age."));
}
