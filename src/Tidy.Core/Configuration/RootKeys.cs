namespace Tidy.Core.Configuration;

/// <summary>The keys of <c>root</c>. An entry of <c>root.allow</c> is a pattern, or <c>{ "path": pattern, "reason": text }</c>.</summary>
internal static class RootKeys
{
    public static readonly Key<RootConfig>[] All =
    [
        new("policy", (root, ref json) => root with { SaidPolicy = (RootPolicy)json.Word(ConfigWords.RootPolicies) }),
        new("allow", (root, ref json) => root with { Allow = json.List(Entry) }),
    ];

    private static readonly Key<AllowedEntry>[] EntryKeys =
    [
        new("path", (entry, ref json) => entry with { Path = json.Pattern() }),
        new("reason", (entry, ref json) => entry with { Reason = json.Text() }),
    ];

    private static AllowedEntry Entry(ref ValueReader json)
    {
        if (json.IsText)
            return new AllowedEntry(json.Pattern(), Reason: null);
        AllowedEntry entry = json.Object(new AllowedEntry("", Reason: null), EntryKeys, "a text, or an object with 'path' and 'reason'.");
        return entry.Path.Length > 0 ? entry : throw json.Problem("needs a 'path'.");
    }
}
