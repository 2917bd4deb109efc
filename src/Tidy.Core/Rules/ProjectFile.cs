namespace Tidy.Core.Rules;

/// <summary>Which files MSBuild takes projects from: any <c>.*proj</c>, <c>.props</c> and <c>.targets</c>.</summary>
internal static class ProjectFile
{
    /// <summary>What their names end in; not every name that ends so is one.</summary>
    public static readonly string[] Endings = ["proj", ".props", ".targets"];

    public static bool Is(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<char> extension = Path.GetExtension(name);
        return extension.EndsWith("proj", StringComparison.OrdinalIgnoreCase)
            || extension.Equals(".props", StringComparison.OrdinalIgnoreCase)
            || extension.Equals(".targets", StringComparison.OrdinalIgnoreCase);
    }
}
