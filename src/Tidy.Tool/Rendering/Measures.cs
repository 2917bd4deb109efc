using System.Globalization;

namespace Tidy.Tool.Rendering;

/// <summary>Numbers as people read them: decimal sizes, short times, UTC.</summary>
internal static class Measures
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];

    public static string Size(long bytes)
    {
        double value = bytes;
        int unit = 0;
        for (; value >= 999.5 && unit < Units.Length - 1; unit++)
            value /= 1000;
        string number = unit == 0 || value >= 99.95 ? value.ToString("0", CultureInfo.InvariantCulture) : value.ToString("0.0", CultureInfo.InvariantCulture);
        return $"{number} {Units[unit]}";
    }

    public static string Count(int count, string one, string many) =>
        count == 1 ? $"1 {one}" : $"{count.ToString("N0", CultureInfo.InvariantCulture)} {many}";

    public static string Files(int count) => Count(count, "file", "files");

    /// <summary>One unit, rounded: <c>40 s</c>, <c>5 min</c>, <c>3 h</c>, <c>2 d</c>.</summary>
    public static string Span(TimeSpan span) => span.Duration() switch
    {
        { TotalSeconds: < 59.5 } s => $"{s.TotalSeconds:0} s",
        { TotalMinutes: < 59.5 } m => $"{m.TotalMinutes:0} min",
        { TotalHours: < 47.5 } h => $"{h.TotalHours:0} h",
        var d => $"{d.TotalDays:0} d",
    };

    /// <summary><c>in 5 min (2026-11-22 03:20:00 UTC)</c>, or <c>now</c> when the time has come.</summary>
    public static string When(DateTimeOffset time, DateTimeOffset now) =>
        time <= now ? "now" : $"in {Span(time - now)} ({Utc(time)})";

    public static string Ago(DateTimeOffset time, DateTimeOffset now) => $"{Span(now - time)} ago";

    public static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
