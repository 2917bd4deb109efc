using Tidy.Core.Scheduling;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class DailyTimeTests
{
    /// <summary>Clocks go forward on 29 March 2026 at 02:00, and back on 25 October at 03:00.</summary>
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [TestMethod]
    [DataRow("03:00", "03:00")]
    [DataRow("00:00", "00:00")]
    [DataRow("23:59", "23:59")]
    [DataRow("3:00", null)]
    [DataRow("24:00", null)]
    [DataRow("12:60", null)]
    [DataRow("12:00:00", null)]
    [DataRow(" 12:00", null)]
    [DataRow("", null)]
    [DataRow(null, null)]
    public void ATime_IsHoursAndMinutes(string? text, string? expected) =>
        Assert.AreEqual(expected, DailyTime.TryParse(text, out DailyTime time) ? time.ToString() : null);

    [TestMethod]
    [DataRow("03:00", "2026-07-01T00:59:00Z", "2026-07-01T03:00:00+02:00")]
    [DataRow("03:00", "2026-07-01T01:00:00Z", "2026-07-02T03:00:00+02:00")] // later, not at once
    [DataRow("03:00", "2026-12-31T12:00:00Z", "2027-01-01T03:00:00+01:00")]
    [DataRow("02:30", "2026-03-29T00:00:00Z", "2026-03-29T03:30:00+02:00")] // there is no half past two
    [DataRow("02:30", "2026-03-29T01:31:00Z", "2026-03-30T02:30:00+02:00")]
    [DataRow("00:00", "2026-07-01T21:59:59Z", "2026-07-02T00:00:00+02:00")]
    public void TheNextOne_IsOfTheClockOnTheWall(string time, string moment, string expected)
    {
        Assert.IsTrue(DailyTime.TryParse(time, out DailyTime daily));
        Assert.AreEqual(DateTimeOffset.Parse(expected), daily.After(DateTimeOffset.Parse(moment), Berlin));
    }

    [TestMethod]
    [DataRow("2026-07-01T03:00:00+02:00", "2026-07-04T03:00:00+02:00", 3)]
    [DataRow("2026-07-01T03:00:00+02:00", "2026-07-04T02:59:00+02:00", 2)]
    [DataRow("2026-07-04T03:00:00+02:00", "2026-07-01T03:00:00+02:00", 0)] // a clock that was set back
    [DataRow("2026-10-24T12:00:00+02:00", "2026-10-26T12:00:00+01:00", 2)] // 02:30 comes twice that night, and is one daily time
    public void BetweenTwoMoments_EachDayCountsOnce(string from, string to, int count)
    {
        Assert.IsTrue(DailyTime.TryParse(from.StartsWith("2026-10", StringComparison.Ordinal) ? "02:30" : "03:00", out DailyTime daily));
        Assert.HasCount(count, daily.Between(DateTimeOffset.Parse(from), DateTimeOffset.Parse(to), Berlin).ToArray());
    }
}
