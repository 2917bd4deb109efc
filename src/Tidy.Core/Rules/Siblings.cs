using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Rules;

/// <summary>The names of one folder, for rules that ask what lies beside an entry. A pattern is looked for once, however many entries ask.</summary>
/// <param name="entries">Asked for at the first question.</param>
internal sealed class Siblings(Func<IReadOnlyList<RootEntry>> entries)
{
    private readonly Dictionary<string, Found> found = new(StringComparer.Ordinal);
    private HashSet<string>? files;

    /// <summary>Those in a folder below the root.</summary>
    public static Siblings In(Func<FolderListing> folder) => new(() => EntriesOf(folder()));

    /// <summary>Another one than <paramref name="self"/> has a name of this pattern.</summary>
    public bool Has(NamePattern pattern, string self)
    {
        if (!found.TryGetValue(pattern.Text, out Found? names))
            found[pattern.Text] = names = Find(pattern);
        return names.More || (names.First is not null && names.First != self);
    }

    public bool HasFile(string name, string self)
    {
        files ??= new HashSet<string>(entries().Where(e => !e.IsFolder).Select(e => e.Name), StringComparer.OrdinalIgnoreCase);
        return files.TryGetValue(name, out string? real) && real != self;
    }

    private static List<RootEntry> EntriesOf(FolderListing listing)
    {
        List<RootEntry> names = [];
        for (int i = 0; i < listing.Count; i++)
            names.Add(new RootEntry(listing[i].Name.ToString(), listing[i].Kind == FileKind.Directory));
        return names;
    }

    private Found Find(NamePattern pattern)
    {
        string? first = null;
        foreach (RootEntry entry in entries())
        {
            if (entry.IsFolder != pattern.IsFolder || !pattern.Matches(entry.Name))
                continue;
            if (first is not null)
                return new Found(first, More: true);
            first = entry.Name;
        }

        return new Found(first, More: false);
    }

    /// <summary>A class: for tables of a structure of ours code is compiled at every start.</summary>
    private sealed record Found(string? First, bool More);
}
