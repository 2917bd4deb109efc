namespace Tidy.Core.Configuration;

/// <summary>The keys of <c>archive.retention</c>.</summary>
internal static class RetentionKeys
{
    private static readonly KeyTable<RetentionConfig> All = new(
        "Retention",
        new RetentionConfig(TimeSpan.Zero, RetentionAction.Report),
        Key<RetentionConfig>.Required("olderThan", Values.PositiveSpan, (retention, age) => retention with { OlderThan = age },
            "Files whose last write is longer ago are old."),
        Key<RetentionConfig>.Of("action", Values.Word(ConfigWords.RetentionActions), (retention, word) => retention with { Action = (RetentionAction)word }, retention => retention.Action,
            "`report`: a finding (`TIDY2018`). `compress`: the file becomes `name.gz`; the content is compared before the file goes, and `undo` brings it back."));

    public static readonly Value<RetentionConfig> Value = new(Read, () => ObjectSchema.Of(All));

    private static RetentionConfig Read(ref ValueReader json)
    {
        RetentionConfig retention = json.Object(All, All.Empty);
        return retention.OlderThan > TimeSpan.Zero ? retention : throw json.Problem("needs 'olderThan'.");
    }
}
