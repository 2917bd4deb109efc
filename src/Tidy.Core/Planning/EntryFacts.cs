using Tidy.Core.Git;
using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>One entry on disk, as far as a rule asks about it.</summary>
internal sealed class EntryFacts(PlanBuilder plan, Siblings siblings, WorkspacePath? folder, RootEntry entry) : IEntryFacts
{
    private const int BeginningBytes = 4096;

    private readonly Lazy<FileStat> stat = new(() => Look(plan, folder, entry));
    private string? beginning;

    public string Name => entry.Name;

    public bool IsFolder => entry.IsFolder;

    public long Size => stat.Value.Kind == FileKind.File ? stat.Value.Size : 0;

    public GitState? Git => Path is { } path ? plan.Protections.StateOf(path, IsFolder) : null;

    public string? MentionedBy => plan.ScriptMentions.FirstMention(Name);

    public ReadOnlySpan<char> Beginning =>
        beginning ??= stat.Value.Kind == FileKind.File && Path is { } path ? SourceText.Read(plan.Request.Root, path.Value, BeginningBytes) ?? "" : "";

    private WorkspacePath? Path => PathOf(folder, Name);

    public bool HasSibling(NamePattern pattern) => siblings.Has(pattern, Name);

    public bool HasSibling(string name) => siblings.HasFile(name, Name);

    private static FileStat Look(PlanBuilder plan, WorkspacePath? folder, RootEntry entry)
    {
        FileStat found = default;
        if (PathOf(folder, entry.Name) is { } path)
            _ = plan.Services.Files.Stat(plan.Request.Root.Resolve(path), out found);
        return found;
    }

    /// <summary>Null for a name that Tidy cannot use.</summary>
    private static WorkspacePath? PathOf(WorkspacePath? folder, string name) =>
        WorkspacePath.TryParse(folder is null ? name : $"{folder}/{name}", out WorkspacePath? path, out _) ? path : null;
}
