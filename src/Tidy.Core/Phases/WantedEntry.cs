using System.Globalization;
using System.Text;
using Tidy.Core.Configuration;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Phases;

/// <summary>A file or folder that the configuration wants, and how it is made when it is missing.</summary>
/// <param name="Code">Of the finding when it is missing; null where another phase reports that.</param>
/// <param name="Reason">Why it is wanted, as a clause, or null.</param>
/// <param name="Template">What a new file says; null for an empty one.</param>
internal sealed record WantedEntry(WorkspacePath Path, bool IsFolder, string? Code, string? Reason = null, string? Template = null)
{
    public string Kind => IsFolder ? "folder" : "file";

    /// <summary>The documentation has to have it, and the root must not.</summary>
    public bool IsTruthSource { get; init; }

    /// <summary>Null for a folder.</summary>
    public IFileContent? Content => IsFolder ? null : new FixedContent(Encoding.UTF8.GetBytes(Template ?? ""));

    /// <summary>All that is wanted, each path once, a folder before what is in it; what <c>required</c> says comes before the rest.</summary>
    public static IReadOnlyList<WantedEntry> Of(TidyConfig config)
    {
        Dictionary<WorkspacePath, WantedEntry> wanted = [];
        foreach (RequiredEntry entry in config.Required)
            wanted.TryAdd(entry.Path, new WantedEntry(entry.Path, entry.IsFolder, Codes.RequiredMissing, entry.Reason, entry.Template));
        foreach (WantedEntry entry in Buckets(config.Archive))
            wanted.TryAdd(entry.Path, entry);
        foreach (WantedEntry entry in config.Docs is { } docs ? TruthSources(docs) : [])
            wanted[entry.Path] = wanted.TryGetValue(entry.Path, out WantedEntry? required) ? required with { IsTruthSource = true } : entry;
        List<WantedEntry> sorted = [.. wanted.Values];
        sorted.Sort(static (a, b) => string.CompareOrdinal(a.Path.Value, b.Path.Value));
        return sorted;
    }

    private static IEnumerable<WantedEntry> Buckets(ArchiveConfig archive) =>
        archive.Buckets.Select(b => new WantedEntry(WorkspacePath.Parse($"{archive.Path}/{b}"), IsFolder: true, Codes.BucketMissing));

    /// <summary>Missing ones are reported by the phase of the documentation.</summary>
    private static IEnumerable<WantedEntry> TruthSources(DocsConfig docs) => docs.TruthSources.Select(name =>
        new WantedEntry(WorkspacePath.Parse($"{docs.Path}/{name}"), IsFolder: false, Code: null, Template: Skeleton(name)) { IsTruthSource = true });

    /// <summary>How a new truth source begins: the least that a reader of its kind understands.</summary>
    private static string? Skeleton(string name) => System.IO.Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".md" => $"# {Title(name)}\n",
        ".json" => "{}\n",
        _ => null,
    };

    /// <summary><c>BUILD_HISTORY.md</c> is titled "Build History".</summary>
    private static string Title(string name)
    {
        string words = System.IO.Path.GetFileNameWithoutExtension(name).Replace('_', ' ').Replace('-', ' ').Trim();
        return CultureInfo.InvariantCulture.TextInfo.ToTitleCase(words.ToLowerInvariant());
    }
}
