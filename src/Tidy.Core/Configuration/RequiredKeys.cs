using System.Text.Json.Nodes;

namespace Tidy.Core.Configuration;

/// <summary>An entry of <c>required</c> is a path, a folder's with <c>/</c> at the end, or <c>{ "path": …, "reason": …, "template": … }</c>.</summary>
internal static class RequiredKeys
{
    private static readonly KeyTable<Written> All = new(
        "Required entry",
        new Written("", Reason: null, Template: null),
        Key<Written>.Required("path", Values.Entry, (entry, path) => entry with { Path = path },
            "The file, or with `/` at the end the folder."),
        Key<Written>.Of("reason", Values.Text, (entry, reason) => entry with { Reason = reason }, entry => entry.Reason,
            "A clause for the finding."),
        Key<Written>.Of("template", Values.Text, (entry, template) => entry with { Template = template }, entry => entry.Template,
            "What a missing file gets as its content; left out, it is empty."));

    public static readonly Value<List<RequiredEntry>> Value = Values.List(new Value<RequiredEntry>(Entry, Schema));

    private static RequiredEntry Entry(ref ValueReader json)
    {
        if (json.IsText)
            return Of(new Written(json.Entry(), Reason: null, Template: null));
        Written entry = json.Object(All, All.Empty, "a text, or an object with 'path', 'reason' and 'template'.");
        if (entry.Path.Length == 0)
            throw json.Problem("needs a 'path'.");
        return entry.Template is not null && entry.Path.EndsWith('/')
            ? throw json.ProblemOf("template", "has no meaning for a folder. Leave it out, or the '/' at the end of 'path'.")
            : Of(entry);
    }

    private static JsonObject Schema() => ObjectSchema.Of(All).OrText(ValueSchemas.Path()).With(new JsonObject
    {
        ["if"] = JsonNode.Parse("""{ "type": "object", "properties": { "path": { "pattern": "/$" } }, "required": ["path"] }"""),
        ["then"] = JsonNode.Parse("""{ "properties": { "template": { "type": "null" } } }"""),
    });

    private static RequiredEntry Of(Written entry) =>
        new(Workspaces.WorkspacePath.Parse(entry.Path), entry.Path.EndsWith('/'), entry.Reason, entry.Template);

    private sealed record Written(string Path, string? Reason, string? Template);
}
