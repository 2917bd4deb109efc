using Tidy.Core.Workspaces;

namespace Tidy.Core.Metrics;

/// <summary>A name that a person gave a workspace on this machine.</summary>
/// <param name="Path">An absolute path.</param>
public sealed record NamedWorkspace(string Path, string Name)
{
    /// <summary>Longer names are no names; a label is kept with every value.</summary>
    public const int MaxLength = 64;

    public const string ValidNames = "Valid are 1 to 64 letters, digits, '.', '-' and '_'.";

    /// <summary>Whether the workspace is meant whose real path this is.</summary>
    public bool IsAt(string fullPath)
    {
        string said = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(Path));
        return WorkspacePath.Comparer.Equals(said, fullPath) || (Directory.Exists(said) && WorkspacePath.Comparer.Equals(RealPath.Of(said), fullPath));
    }

    /// <summary>A path or a text for people is refused: the name goes into labels.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= MaxLength && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
