using System.Globalization;

namespace Tidy.Core.Configuration;

/// <summary>Spans of time as people write them: <c>0s</c>, <c>5m</c>, <c>24h</c>, <c>30d</c>.</summary>
public static class Duration
{
    public const string ValidValues = "Valid values are a whole number with s, m, h or d, such as 0s, 5m, 24h or 30d.";

    /// <summary>A hundred years: longer is a mistake, and nothing that is added to a time overflows.</summary>
    private const int MaxDays = 36_525;

    public static bool TryParse(string? text, out TimeSpan value)
    {
        value = default;
        if (string.IsNullOrEmpty(text) || SecondsIn(text[^1]) is not { } seconds)
            return false;
        // Digits only: the parser of numbers also takes NUL characters behind them.
        if (text.AsSpan(0, text.Length - 1).ContainsAnyExceptInRange('0', '9'))
            return false;
        if (!int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int count))
            return false;
        if ((long)count * seconds > MaxDays * 86_400L)
            return false;
        value = TimeSpan.FromSeconds((long)count * seconds);
        return true;
    }

    /// <summary>A text that <see cref="TryParse"/> reads back, in whole seconds and the largest unit; one day is <c>24h</c>, as people write it.</summary>
    public static string Format(TimeSpan value)
    {
        long seconds = (long)value.TotalSeconds;
        foreach (char unit in "dhm")
        {
            int length = SecondsIn(unit)!.Value;
            if (seconds != 0 && seconds % length == 0 && (unit != 'd' || seconds > length))
                return $"{seconds / length}{unit}";
        }

        return $"{seconds}s";
    }

    private static int? SecondsIn(char unit) => unit switch
    {
        's' => 1,
        'm' => 60,
        'h' => 3_600,
        'd' => 86_400,
        _ => null,
    };
}
