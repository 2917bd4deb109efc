using Tidy.Core.Workspaces;

namespace Tidy.Core.Git;

/// <summary>The patterns of one ignore file (gitignore(5)).</summary>
internal sealed class IgnoreRules
{
    private const int MaxBytes = 1 << 20;
    private const string ShowsAll = "!\\"; // unclear, see there

    private readonly List<IgnorePattern> patterns = [];

    /// <summary>All in the folder is hidden, as by Tidy's own ignore file.</summary>
    public static IgnoreRules Everything { get; } = Of("*");

    private IgnoreRules()
    {
    }

    /// <summary>Null when there is no such file. A link is none: git does not follow it.</summary>
    public static IgnoreRules? Read(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).LinkTarget is not null)
            return null;
        try
        {
            using FileStream stream = RegularFile.Open(path);
            using StreamReader reader = new(stream);
            return stream.Length <= MaxBytes ? Of(reader.ReadToEnd()) : Of(ShowsAll);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Of(ShowsAll); // nobody knows what it hides
        }
    }

    public static IgnoreRules Of(string text)
    {
        IgnoreRules rules = new();
        foreach (string line in text.Split('\n'))
        {
            // A blank at the end counts only behind a backslash, and what has one is read as unclear anyway.
            string pattern = line.TrimEnd('\r').TrimEnd(' ');
            if (pattern.Length > 0 && pattern[0] != '#')
                rules.patterns.Add(IgnorePattern.Of(pattern));
        }

        return rules;
    }

    /// <summary>What the last pattern that fits says; null when none fits.</summary>
    /// <param name="path">From the folder of the ignore file, with <c>/</c>.</param>
    public bool? Ignores(string path, bool isFolder)
    {
        for (int i = patterns.Count - 1; i >= 0; i--)
        {
            if (patterns[i].Fits(path, isFolder))
                return !patterns[i].IsNegated;
        }

        return null;
    }
}
