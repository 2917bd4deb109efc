namespace Tidy.Core.Configuration;

/// <summary>The keys of <c>docs</c>.</summary>
internal static class DocsKeys
{
    public static readonly Key<DocsConfig>[] All =
    [
        new("path", (docs, ref json) => docs with { Path = json.Folder().TrimEnd('/') }),
        new("truthSources", (docs, ref json) => docs with { TruthSources = json.List((ref item) => item.FileName()) }),
        new("allow", (docs, ref json) => docs with { Allow = json.Patterns() }),
        new("allowDirs", (docs, ref json) => docs with { AllowDirs = json.FolderPatterns() }),
        new("mode", (docs, ref json) => docs with { Mode = (DocsMode)json.Word(ConfigWords.DocsModes) }),
    ];
}
