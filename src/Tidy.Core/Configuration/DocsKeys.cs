namespace Tidy.Core.Configuration;

/// <summary>The keys of <c>docs</c>.</summary>
internal static class DocsKeys
{
    public static readonly KeyTable<DocsConfig> All = new(
        "Documentation",
        new DocsConfig(),
        Key<DocsConfig>.Of("path", Values.FolderName, (docs, path) => docs with { Path = path }, docs => docs.Path,
            "The documentation folder."),
        Key<DocsConfig>.Of("truthSources", Values.List(Values.FileName), (docs, names) => docs with { TruthSources = names }, docs => docs.TruthSources,
            "File names that must be there (`TIDY2013`). A file of such a name at the root, unless `root.allow` or `required` names it there, is compared: "
            + "the same content goes to `superseded/` in the archive, another one is reported with the difference (`TIDY2014`)."),
        Key<DocsConfig>.Of("allow", Values.List(Values.Pattern), (docs, patterns) => docs with { Allow = patterns }, docs => docs.Allow,
            "Patterns of file names that may be there."),
        Key<DocsConfig>.Of("allowDirs", Values.List(Values.FolderPattern), (docs, patterns) => docs with { AllowDirs = patterns }, docs => docs.AllowDirs,
            "Patterns of folder names that may be there; the `/` may be left out."),
        Key<DocsConfig>.Of("mode", Values.Word(ConfigWords.DocsModes), (docs, word) => docs with { Mode = (DocsMode)word }, docs => docs.Mode,
            "For other files: `report` (`TIDY2015`), or `reduce`: they go where the first matching rule of `rules` says, else to `unsorted/` in the archive. Folders are reported in both."));
}
