using Tidy.Core.Configuration;
using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Docs;

/// <summary>The configuration's answer to "does this name belong into the documentation folder?".</summary>
internal sealed class DocsRules
{
    private readonly string prefix;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> own;
    private readonly AllowIndex allowed;

    public DocsRules(TidyConfig config, DocsConfig docs)
    {
        prefix = docs.Path + "/";
        own = OwnNames(config, docs).GetAlternateLookup<ReadOnlySpan<char>>();
        allowed = new AllowIndex([.. docs.Allow.Concat(docs.AllowDirs).Select(pattern => new AllowedEntry(pattern, Reason: null))]);
    }

    public bool Belongs(FolderEntry entry)
    {
        if (own.Contains(entry.Name))
            return true;
        bool mayBeFile = entry.Kind != FileKind.Directory && allowed.FirstMatch(entry.Name, isFolder: false) is not null;
        return mayBeFile || (entry.Kind != FileKind.File && allowed.FirstMatch(entry.Name, isFolder: true) is not null);
    }

    /// <summary>The truth sources, and what other sections of the configuration want to have there.</summary>
    private HashSet<string> OwnNames(TidyConfig config, DocsConfig docs)
    {
        HashSet<string> names = new(docs.TruthSources, WorkspacePath.Comparer) { ".git" };
        IEnumerable<string?> paths =
        [
            config.Archive.Path,
            config.Runs?.Path,
            .. config.Required.Select(entry => entry.Path.Value),
            .. config.Migrations.SelectMany(move => (string[])[move.From, move.To]),
            .. config.Rules.Select(rule => rule.To),
        ];
        foreach (string? path in paths)
        {
            if (path is not null && EntryOf(path) is { Length: > 0 } name)
                names.Add(name);
        }

        return names;
    }

    /// <summary>The entry of the documentation folder that is the path, or around it.</summary>
    private string? EntryOf(string path) => path.Length > prefix.Length && WorkspacePath.Comparer.Equals(path[..prefix.Length], prefix)
        ? path[prefix.Length..].Split('/')[0]
        : null;
}
