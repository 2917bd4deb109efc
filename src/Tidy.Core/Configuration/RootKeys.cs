namespace Tidy.Core.Configuration;

/// <summary>The keys of <c>root</c>. An entry of <c>root.allow</c> is a pattern, or <c>{ "path": pattern, "reason": text }</c>.</summary>
internal static class RootKeys
{
    private static readonly KeyTable<AllowedEntry> EntryKeys = new(
        "Allowed entry",
        new AllowedEntry("", Reason: null),
        Key<AllowedEntry>.Required("path", Values.Pattern, (entry, path) => entry with { Path = path },
            "A pattern; `/` at the end means folders."),
        Key<AllowedEntry>.Of("reason", Values.Text, (entry, reason) => entry with { Reason = reason }, entry => entry.Reason,
            "Why it belongs there, for the next reader."));

    public static readonly KeyTable<RootConfig> All = new(
        "Root",
        new RootConfig(),
        Key<RootConfig>.Of("policy", Values.Word(ConfigWords.RootPolicies), (root, word) => root with { SaidPolicy = (RootPolicy)word }, root => root.Policy,
            "`clutter`: only what a rule names moves. `allowlist`: everything not allowed is out of place; a rule moves it, or it is reported (`TIDY2002`)."),
        Key<RootConfig>.Of("allow", Values.List(new Value<AllowedEntry>(Entry, EntrySchema)), (root, entries) => root with { Allow = entries }, root => root.Allow,
            "What may stay whatever the rules say: patterns, or `{ \"path\": pattern, \"reason\": text }`."));

    private static AllowedEntry Entry(ref ValueReader json)
    {
        if (json.IsText)
            return new AllowedEntry(json.Pattern(), Reason: null);
        AllowedEntry entry = json.Object(EntryKeys, EntryKeys.Empty, "a text, or an object with 'path' and 'reason'.");
        return entry.Path.Length > 0 ? entry : throw json.Problem("needs a 'path'.");
    }

    private static System.Text.Json.Nodes.JsonObject EntrySchema() => ObjectSchema.Of(EntryKeys).OrText(ValueSchemas.Pattern());
}
