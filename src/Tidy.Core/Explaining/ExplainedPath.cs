using Tidy.Core.Workspaces;

namespace Tidy.Core.Explaining;

/// <summary>A path as a person names it: one that a run could move, or one inside the workspace that no run ever touches.</summary>
public sealed record ExplainedPath
{
    private ExplainedPath(string text) => Text = text;

    /// <summary>As seen from the root, with <c>/</c>; <c>.</c> is the root itself.</summary>
    public string Text { get; }

    /// <summary>Null for what no run touches.</summary>
    public WorkspacePath? Path { get; private init; }

    /// <summary>Why no run touches it, as a clause such as <c>the path touches '.git'</c>; null when one could.</summary>
    public string? WhyNever { get; private init; }

    /// <summary>It was written with a <c>/</c> at the end: where nothing is there, a folder is meant.</summary>
    public bool MeansFolder { get; private init; }

    /// <param name="text">Relative to the workspace root.</param>
    /// <exception cref="TidyException">It leads out of the workspace, or has a character that no path has.</exception>
    public static ExplainedPath Parse(string text)
    {
        string path = OperatingSystem.IsWindows() ? text.Replace('\\', '/') : text;
        string[] segments = [.. path.Split('/').Where(segment => segment is not ("" or "."))];
        bool isFolder = path.EndsWith('/');
        if (segments.Length == 0 && !path.StartsWith('/'))
            return new ExplainedPath(".") { WhyNever = "it is the workspace itself", MeansFolder = true };
        string clean = string.Join('/', segments);
        bool isPlain = !path.StartsWith('/') && !Leaves(segments);
        if (WorkspacePath.TryParse(isPlain ? clean : path, out WorkspacePath? found, out string? problem))
            return new ExplainedPath(clean) { Path = found, MeansFolder = isFolder };
        return isPlain
            ? new ExplainedPath(clean) { WhyNever = $"the path {problem}", MeansFolder = isFolder }
            : throw new TidyException(Codes.PathRefused, ExitCode.Usage, $"The path '{text}' is refused: it {problem}.");
    }

    private static bool Leaves(string[] segments) =>
        segments.Contains("..") || segments.Any(s => s.Contains('\0')) || (segments[0] is [var drive, ':', ..] && char.IsAsciiLetter(drive));
}
