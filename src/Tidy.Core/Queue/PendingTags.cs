namespace Tidy.Core.Queue;

/// <summary>The <c>tags</c> of an item: where it came from, in a field the reference system keeps.</summary>
internal static class PendingTags
{
    private const string RulePrefix = "rule:";

    public static IReadOnlyList<string> For(string? rule) => rule is null ? ["tidy_move"] : ["tidy_move", RulePrefix + rule];

    public static string? RuleOf(PendingMove item) =>
        item.Tags.FirstOrDefault(t => t.StartsWith(RulePrefix, StringComparison.Ordinal))?[RulePrefix.Length..];
}
