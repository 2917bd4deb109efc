using Tidy.Tool.Annotations;

namespace Tidy.Tool.Sarif;

/// <summary>Addresses of files: RFC 3986, with everything escaped that could mean something else than a name.</summary>
internal static class SarifUri
{
    /// <summary>A folder, with the slash at its end that makes it a base.</summary>
    public static string OfFolder(string path) => OfFile(path).TrimEnd('/') + "/";

    /// <summary>Relative to the workspace, for what is in there.</summary>
    /// <param name="root">The workspace, where it is known.</param>
    public static SarifArtifactLocation Of(string? root, string path)
    {
        string absolute = FindingPaths.Absolute(root, path);
        return FindingPaths.Inside(root, absolute) is { } inside
            ? new SarifArtifactLocation(Escaped(inside), SarifBases.Root)
            : new SarifArtifactLocation(OfFile(absolute));
    }

    private static string OfFile(string path)
    {
        string[] steps = path.Split(Path.DirectorySeparatorChar);
        bool hasDrive = steps[0].EndsWith(':');
        string rest = Escaped(string.Join('/', hasDrive ? steps[1..] : steps));
        // C:\a is file:///C:/a, \\server\share is file://server/share, /a is file:///a
        return hasDrive ? $"file:///{steps[0]}/{rest}" : rest.StartsWith("//", StringComparison.Ordinal) ? $"file:{rest}" : $"file://{rest}";
    }

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
