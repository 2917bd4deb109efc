namespace Tidy.Core.Configuration;

/// <summary>The keys of <c>archive</c>.</summary>
internal static class ArchiveKeys
{
    public static readonly Key<ArchiveConfig>[] All =
    [
        new("path", (archive, ref json) => archive with { Path = json.Folder().TrimEnd('/') }),
        new("commit", (archive, ref json) => archive with { Commit = json.Flag() }),
        new("buckets", (archive, ref json) => archive with { Buckets = json.List((ref item) => item.Folder().TrimEnd('/')) }),
        new("deduplicate", (archive, ref json) => archive with { Deduplicate = json.Flag() }),
        new("index", (archive, ref json) => archive with { Index = json.Flag() }),
        new("retention", (archive, ref json) => archive with { Retention = Retention(ref json) }),
    ];

    private static readonly Key<RetentionConfig>[] RetentionKeys =
    [
        new("olderThan", (retention, ref json) => retention with { OlderThan = json.PositiveSpan() }),
        new("action", (retention, ref json) => retention with { Action = (RetentionAction)json.Word(ConfigWords.RetentionActions) }),
    ];

    private static RetentionConfig Retention(ref ValueReader json)
    {
        RetentionConfig retention = json.Object(new RetentionConfig(TimeSpan.Zero, RetentionAction.Report), RetentionKeys);
        return retention.OlderThan > TimeSpan.Zero ? retention : throw json.Problem("needs 'olderThan'.");
    }
}
