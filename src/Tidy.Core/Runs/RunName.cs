using System.Globalization;

namespace Tidy.Core.Runs;

/// <summary>
/// What the name of a run folder says: the stamp at its end, a number or a time, tells the runs of a group apart; the group is the rest.
/// </summary>
/// <param name="Group">The whole name where there is no stamp; empty where the name is nothing else.</param>
internal readonly record struct RunName(string Group, bool IsStamped)
{
    /// <summary>Hours, minutes and seconds: a <c>Z</c> behind less does not mark a time (<c>backup.7z</c>).</summary>
    private const int DigitsOfATime = 6;

    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyy_MM_dd", "yyyy.MM.dd"];

    /// <summary>
    /// A stamp begins at a date (<c>phase-3-20251211-103000</c> is of the group <c>phase-3</c>), and where there is none it has all numbers at
    /// the end (<c>run-1702290000-4821</c> is of the group <c>run</c>).
    /// </summary>
    public static RunName Of(string name) => StampStart(name) is >= 0 and var start ? new(name[..start], true) : new(name, false);

    private static int StampStart(ReadOnlySpan<char> name)
    {
        bool isUtc = name is [.., 'Z' or 'z'];
        int end = isUtc ? name.Length - 1 : name.Length;
        int start = -1;
        int digits = 0;
        while (FirstDigit(name[..end]) is var first && first < end)
        {
            digits += end - first;
            bool isWhole = first == 0 || name[first - 1] is '-' or '_' or '.';
            if (isWhole)
                start = Math.Max(first - 1, 0);
            if (first == 0 || (isWhole ? IsDate(name[first..]) : name[first - 1] is not ('T' or 't' or ':')))
                break;
            end = first - 1;
        }

        return isUtc && digits < DigitsOfATime ? -1 : start;
    }

    /// <summary>Of the digits at the end of the text; its length when there are none.</summary>
    private static int FirstDigit(ReadOnlySpan<char> text)
    {
        int at = text.Length;
        while (at > 0 && char.IsAsciiDigit(text[at - 1]))
            at--;
        return at;
    }

    private static bool IsDate(ReadOnlySpan<char> text) =>
        (text.Length >= 8 && DateOnly.TryParseExact(text[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        || (text.Length >= 10 && DateOnly.TryParseExact(text[..10], Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
}
