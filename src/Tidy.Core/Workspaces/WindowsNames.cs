using System.Buffers;

namespace Tidy.Core.Workspaces;

/// <summary>Names that Windows takes for something else than they say (Microsoft Learn, "Naming Files, Paths, and Namespaces").</summary>
public static class WindowsNames
{
    private static readonly string[] Devices =
    [
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    ];

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("<>\"|?*");

    /// <summary>Why a segment is refused, completing "the path … is refused: it …", or null.</summary>
    public static string? ProblemOf(ReadOnlySpan<char> segment)
    {
        if (segment.Contains(':'))
            return "names an alternate data stream or a drive (':')";
        if (segment[^1] is '.' or ' ')
            return "ends in a dot or a space, which Windows silently drops";
        if (segment.ContainsAny(Forbidden) || segment.ContainsAnyInRange('\u0001', '\u001f'))
            return "has a character that Windows does not allow";
        ReadOnlySpan<char> stem = segment.IndexOf('.') is >= 0 and var dot ? segment[..dot] : segment;
        foreach (string device in Devices)
        {
            if (stem.TrimEnd(' ').Equals(device, StringComparison.OrdinalIgnoreCase))
                return $"is the reserved name {device}";
        }

        return null;
    }
}
