using MAB.DotIgnore;

namespace Tidy.Core.Git;

/// <summary>
/// One pattern of an ignore file. Where the library and git may read it differently, this says that git shows the file: it would only leave a
/// file where it is. So such a pattern hides nothing, and negated it shows everything.
/// </summary>
/// <remarks>The only place that needs MAB.DotIgnore: the library is loaded when a method of this class is first called.</remarks>
internal sealed class IgnorePattern
{
    private readonly IgnoreRule? rule;
    private readonly int depth;

    private IgnorePattern(string pattern, bool isNegated)
    {
        IsNegated = isNegated;
        depth = DepthOf(pattern);
        // Case counts or not by core.ignoreCase: what hides must fit by case, what shows again need not.
        MatchFlags flags = isNegated ? MatchFlags.PATHNAME | MatchFlags.CASEFOLD : MatchFlags.PATHNAME;
        rule = IsClear(pattern) ? new IgnoreRule(pattern, flags) : null;
    }

    public bool IsNegated { get; }

    /// <param name="line">Not empty, and no comment.</param>
    public static IgnorePattern Of(string line) => line[0] == '!' ? new IgnorePattern(line[1..], isNegated: true) : new IgnorePattern(line, isNegated: false);

    /// <param name="path">From the folder of the ignore file, with <c>/</c>.</param>
    public bool Fits(string path, bool isFolder)
    {
        if (rule is null || path.EndsWith(' ') || path.Contains('\\', StringComparison.Ordinal)) // the library trims, and turns slashes
            return IsNegated;
        return (depth == 0 || path.AsSpan().Count('/') + 1 == depth) && rule.IsMatch("/" + path, isFolder);
    }

    /// <summary>No escape, no set of characters, no <c>?</c>, which for git is one byte; no empty segment, and <c>**</c> only for whole folders.</summary>
    private static bool IsClear(string pattern) =>
        pattern.AsSpan().IndexOfAny("\\[!?") < 0
        && Segments(pattern).All(segment => segment.Length > 0 && (segment is "**" || !segment.Contains("**", StringComparison.Ordinal)));

    /// <summary>
    /// Segments of the paths that fit, for the library takes <c>/*.log</c> for <c>*.log</c>; 0 for any number. A slash before the end ties a
    /// pattern to the folder of its file, and <c>*</c> fits no slash.
    /// </summary>
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
