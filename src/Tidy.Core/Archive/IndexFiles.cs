using Tidy.Core.Workspaces;

namespace Tidy.Core.Archive;

/// <summary>The two files of the index, directly in the archive.</summary>
internal static class IndexFiles
{
    public const string Json = "ARCHIVE_INDEX.json";
    public const string Markdown = "ARCHIVE_INDEX.md";

    /// <summary>As the file system compares names, and without a copy of the name.</summary>
    public static bool IsOne(ReadOnlySpan<char> name)
    {
        StringComparison comparison = WorkspacePath.Comparer == StringComparer.Ordinal ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return name.Equals(Json, comparison) || name.Equals(Markdown, comparison);
    }
}
