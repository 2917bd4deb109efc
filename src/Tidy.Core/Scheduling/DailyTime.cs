using System.Globalization;

namespace Tidy.Core.Scheduling;

/// <summary>A time of each day, to the minute, by the clock on the wall.</summary>
public readonly record struct DailyTime
{
    public const string ValidValues = "Valid values are hours and minutes from 00:00 to 23:59, such as 03:00.";

    /// <summary>Nobody builds then, as a rule.</summary>
    public static readonly DailyTime Usual = new(3, 0);

    private DailyTime(int hour, int minute) => (Hour, Minute) = (hour, minute);

    public int Hour { get; }

    public int Minute { get; }

    public static bool TryParse(string? text, out DailyTime time)
    {
        bool isOne = TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly parsed);
        time = new DailyTime(parsed.Hour, parsed.Minute);
        return isOne;
    }

    /// <summary>The first one that comes later than <paramref name="moment"/>, with the offset that holds then in <paramref name="zone"/>.</summary>
    public DateTimeOffset After(DateTimeOffset moment, TimeZoneInfo zone)
    {
        for (DateTime day = TimeZoneInfo.ConvertTime(moment, zone).Date; ; day = day.AddDays(1))
        {
            DateTimeOffset due = On(day, zone);
            if (due > moment)
                return due;
        }
    }

    /// <summary>Those later than <paramref name="from"/> and not later than <paramref name="to"/>, oldest first.</summary>
    public IEnumerable<DateTimeOffset> Between(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        for (DateTimeOffset due = After(from, zone); due <= to; due = After(due, zone))
            yield return due;
    }

    /// <summary>As <see cref="TryParse"/> reads it.</summary>
    public override string ToString() => $"{Hour:00}:{Minute:00}";

    /// <summary>In the night in which clocks go forward the hour may be missing: it is then the one after it.</summary>
    private DateTimeOffset On(DateTime day, TimeZoneInfo zone)
    {
        DateTime wall = day.AddHours(Hour).AddMinutes(Minute);
        if (zone.IsInvalidTime(wall))
            wall = wall.AddHours(1);
        return new DateTimeOffset(wall, zone.GetUtcOffset(wall));
    }
}
