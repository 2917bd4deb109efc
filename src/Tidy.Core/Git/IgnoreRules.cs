using MAB.DotIgnore;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Git;

/// <summary>
/// The patterns of one ignore file (gitignore(5)). Where the library and git may read a pattern differently, this says that git shows the file:
/// it would only leave a file where it is. So such a pattern hides nothing, and negated it shows everything.
/// </summary>
/// <remarks>The only place that needs MAB.DotIgnore: the library is loaded when a file other than Tidy's own is first read.</remarks>
internal sealed class IgnoreRules
{
    private const int MaxBytes = 1 << 20;

    private readonly List<Pattern> patterns = [];

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
            return stream.Length <= MaxBytes ? Of(reader.ReadToEnd()) : Of("!**");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Of("!**"); // nobody knows what it hides
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
                rules.patterns.Add(Pattern.Of(pattern));
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

    /// <param name="rule">Null for an unclear pattern.</param>
    /// <param name="depth">Segments of the paths that fit, for the library takes <c>/*.log</c> for <c>*.log</c>; 0 for any number.</param>
    private sealed class Pattern(IgnoreRule? rule, int depth, bool isNegated)
    {
        public bool IsNegated => isNegated;

        public static Pattern Of(string text)
        {
            bool isNegated = text[0] == '!';
            string pattern = isNegated ? text[1..] : text;
            // Case counts or not by core.ignoreCase: what hides must fit by case, what shows again need not.
            MatchFlags flags = isNegated ? MatchFlags.PATHNAME | MatchFlags.CASEFOLD : MatchFlags.PATHNAME;
            return new Pattern(IsClear(pattern) ? new IgnoreRule(pattern, flags) : null, DepthOf(pattern), isNegated);
        }

        public bool Fits(string path, bool isFolder)
        {
            if (rule is null || path.EndsWith(' ') || path.Contains('\\', StringComparison.Ordinal)) // the library trims, and turns slashes
                return isNegated;
            return (depth == 0 || path.AsSpan().Count('/') + 1 == depth) && rule.IsMatch("/" + path, isFolder);
        }

        /// <summary>No escape, no set of characters, no <c>?</c>, which for git is one byte; no empty segment, and <c>**</c> only for whole folders.</summary>
        private static bool IsClear(string pattern) =>
            pattern.AsSpan().IndexOfAny("\\[!?") < 0
            && Segments(pattern).All(segment => segment.Length > 0 && (segment is "**" || !segment.Contains("**", StringComparison.Ordinal)));

        /// <summary>A slash before the end ties a pattern to the folder of its file, and <c>*</c> fits no slash.</summary>
        private static int DepthOf(string pattern) =>
            pattern.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash && slash < pattern.Length - 1 && !pattern.Contains("**", StringComparison.Ordinal)
                ? Segments(pattern).Length
                : 0;

        private static string[] Segments(string pattern)
        {
            string tied = pattern.StartsWith('/') ? pattern[1..] : pattern;
            return (tied.EndsWith('/') ? tied[..^1] : tied).Split('/');
        }
    }
}
