namespace Tidy.Core.Workspaces;

/// <summary>Names that Windows takes for something else than they say (Microsoft Learn, "Naming Files, Paths, and Namespaces").</summary>
public static class WindowsNames
{
    private static readonly string[] Devices =
    [
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
        // The superscript digits of ISO 8859-1 count as digits.
        "COM\u00B9", "COM\u00B2", "COM\u00B3", "LPT\u00B9", "LPT\u00B2", "LPT\u00B3",
    ];

    private const int LongestName = 255; // UTF-16 units

    /// <summary>Why a segment is refused, completing "the path … is refused: it …", or null.</summary>
    public static string? ProblemOf(ReadOnlySpan<char> segment)
    {
        if (segment.Contains(':'))
            return "names an alternate data stream or a drive (':')";
        if (segment[^1] is '.' or ' ')
            return "ends in a dot or a space, which Windows silently drops";
        if (HasForbidden(segment))
            return "has a character that Windows does not allow";
        if (segment.Length > LongestName)
            return "has a name of more than 255 characters";
        if (IsShortName(segment))
            return "has the form of a short (8.3) name, which Windows may take for a file of another name";
        ReadOnlySpan<char> stem = segment.IndexOf('.') is >= 0 and var dot ? segment[..dot] : segment;
        foreach (string device in Devices)
        {
            if (stem.TrimEnd(' ').Equals(device, StringComparison.OrdinalIgnoreCase))
                return $"is the reserved name {device}";
        }

        return null;
    }

    /// <summary>A loop of our own: every start reads folders of presets, and the run time would compile its search for each of them anew.</summary>
    private static bool HasForbidden(ReadOnlySpan<char> segment)
    {
        foreach (char c in segment)
        {
            if (c is '<' or '>' or '"' or '|' or '?' or '*' or (>= '\u0001' and <= '\u001f'))
                return true;
        }

        return false;
    }

    /// <summary>
    /// At most eight characters with <c>~</c> and digits at their end, and an extension of at most three. <c>GIT~1</c> is <c>.git</c> and
    /// <c>AUTONO~1</c> the folder of Tidy's own state, in a spelling that no comparison of names would notice.
    /// </summary>
    private static bool IsShortName(ReadOnlySpan<char> segment)
    {
        int dot = segment.LastIndexOf('.');
        ReadOnlySpan<char> stem = dot < 0 ? segment : segment[..dot];
        int tilde = stem.LastIndexOf('~');
        return tilde > 0
            && stem.Length <= 8
            && segment.Length - stem.Length <= 4
            && tilde < stem.Length - 1
            && !stem[(tilde + 1)..].ContainsAnyExceptInRange('0', '9');
    }
}
