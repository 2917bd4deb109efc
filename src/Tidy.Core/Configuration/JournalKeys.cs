namespace Tidy.Core.Configuration;

/// <summary>The keys of <c>journal</c>.</summary>
internal static class JournalKeys
{
    public static readonly Key<JournalConfig>[] All =
    [
        new("keepLast", (journal, ref json) => journal with { KeepLast = json.Positive() }),
        new("keepFor", (journal, ref json) => journal with { KeepFor = json.PositiveSpan() }),
    ];
}
