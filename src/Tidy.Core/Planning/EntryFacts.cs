using Tidy.Core.Git;
using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>One entry on disk, as far as a rule asks about it.</summary>
internal sealed class EntryFacts(PlanBuilder plan, Siblings siblings, WorkspacePath? folder, RootEntry entry) : IEntryFacts
{
    private const int BeginningBytes = 4096;

    private FileStat stat;
    private bool isLookedAt;
    private string? beginning;

    public string Name => entry.Name;

    public bool IsFolder => entry.IsFolder;

    public long Size => Stat.Kind == FileKind.File ? Stat.Size : 0;

    public GitState? Git => Path is { } path ? plan.Protections.StateOf(path, IsFolder) : null;

    public string? MentionedBy => plan.ScriptMentions.FirstMention(Name);

    public ReadOnlySpan<char> Beginning =>
        beginning ??= Stat.Kind == FileKind.File && Path is { } path ? SourceText.Read(plan.Request.Root, path.Value, BeginningBytes) ?? "" : "";

    /// <summary>Null for a name that Tidy cannot use.</summary>
    private WorkspacePath? Path => WorkspacePath.TryParse(folder is null ? Name : $"{folder}/{Name}", out WorkspacePath? path, out _) ? path : null;

    /// <summary>Empty for what is not there.</summary>
    private FileStat Stat
    {
        get
        {
            if (!isLookedAt && Path is { } path)
                _ = plan.Services.Files.Stat(plan.Request.Root.Resolve(path), out stat);
            isLookedAt = true;
            return stat;
        }
    }

    public bool HasSibling(NamePattern pattern) => siblings.Has(pattern, Name);

    public bool HasSibling(string name) => siblings.HasFile(name, Name);
}
