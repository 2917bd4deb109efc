namespace Tidy.Core.Configuration;

/// <summary>An entry of <c>required</c> is a path, a folder's with <c>/</c> at the end, or <c>{ "path": …, "reason": …, "template": … }</c>.</summary>
internal static class RequiredKeys
{
    private static readonly Key<Written>[] All =
    [
        new("path", (entry, ref json) => entry with { Path = json.Entry() }),
        new("reason", (entry, ref json) => entry with { Reason = json.Text() }),
        new("template", (entry, ref json) => entry with { Template = json.Text() }),
    ];

    public static List<RequiredEntry> Required(ref ValueReader json) => json.List(Entry);

    private static RequiredEntry Entry(ref ValueReader json)
    {
        if (json.IsText)
            return Of(new Written(json.Entry(), Reason: null, Template: null));
        Written entry = json.Object(new Written("", Reason: null, Template: null), All, "a text, or an object with 'path', 'reason' and 'template'.");
        if (entry.Path.Length == 0)
            throw json.Problem("needs a 'path'.");
        return entry.Template is not null && entry.Path.EndsWith('/')
            ? throw json.ProblemOf("template", "has no meaning for a folder. Leave it out, or the '/' at the end of 'path'.")
            : Of(entry);
    }

    private static RequiredEntry Of(Written entry) =>
        new(Workspaces.WorkspacePath.Parse(entry.Path), entry.Path.EndsWith('/'), entry.Reason, entry.Template);

    private sealed record Written(string Path, string? Reason, string? Template);
}
