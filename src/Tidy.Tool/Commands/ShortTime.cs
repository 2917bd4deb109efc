using System.Globalization;
using Tidy.Core;

namespace Tidy.Tool.Commands;

/// <summary>Durations on the command line: a number with a unit, e.g. <c>500ms</c>, <c>30s</c>, <c>5m</c>, <c>24h</c>.</summary>
internal static class ShortTime
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <exception cref="TidyException">It is not one, or it is longer than a day.</exception>
    public static TimeSpan Parse(string text, string option)
    {
        int digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        double? milliseconds = text[digits..] switch
        {
            "ms" => 1,
            "s" or "" => 1000,
            "m" => 60_000,
            "h" => 3_600_000,
            _ => null,
        };
        if (milliseconds is { } unit && int.TryParse(text.AsSpan(0, digits), CultureInfo.InvariantCulture, out int number)
            && number * unit <= Longest.TotalMilliseconds)
        {
            return TimeSpan.FromMilliseconds(number * unit);
        }

        throw new TidyException(Codes.Usage, ExitCode.Usage, $"'{text}' is no time for {option}. Valid values are a number with ms, s, m or h up to 24h, e.g. 500ms, 30s, 5m.");
    }
}
