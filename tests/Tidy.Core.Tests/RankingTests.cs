using Tidy.Core.Moving;
using Tidy.Core.Queue;
using Tidy.Core.Reports;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class RankingTests
{
    private static readonly DateTimeOffset Now = new ManualClock().Now;

    [TestMethod]
    [DataRow(1, 0.0, 0, 10L)]
    [DataRow(1, 0.99, 0, 10L, DisplayName = "a day that is not over does not count")]
    [DataRow(3, 1.0, 1, 31L)]
    [DataRow(2, 45.5, 45, 65L)]
    [DataRow(0, 2.0, 2, 2L)]
    [DataRow(2, -3.0, 0, 20L, DisplayName = "first seen in the future")]
    [DataRow(int.MaxValue, 1.0, 1, 21_474_836_471L)]
    public void Priority_IsTenForEachAttempt_AndOneForEachDay(int attempts, double days, int age, long priority)
    {
        RankedMove ranked = Ranking.Of([Item("a.log", attempts, days)], Now).Single();
        Assert.AreEqual((age, priority), (ranked.AgeDays, ranked.Priority));
    }

    [TestMethod]
    public void TheHighestComesFirst_AndTiesByPath_WhateverTheOrderTheyCameIn()
    {
        PendingMove[] items =
        [
            Item("b.log", 1, 0), Item("old.log", 1, 15), Item("B.log", 1, 0), Item("often.log", 3, 0), Item("a.log", 1, 0),
            Item("a.log", 1, 0) with { Destination = WorkspacePath.Parse("archive/0.log") },
        ];
        string expected = "often.log,old.log,B.log,a.log>archive/0.log,a.log>archive/a.log,b.log";
        for (int turn = 0; turn < items.Length; turn++)
        {
            string actual = string.Join(',', Ranking.Of([.. items[turn..], .. items[..turn]], Now).Select(r =>
                r.Item.Source.Value == "a.log" ? $"a.log>{r.Item.Destination}" : r.Item.Source.Value));
            Assert.AreEqual(expected, actual);
        }
    }

    [TestMethod]
    [DataRow(PendingStatus.Pending, true)]
    [DataRow(PendingStatus.NeedsManual, true)]
    [DataRow(PendingStatus.Abandoned, true)]
    [DataRow(PendingStatus.Held, true)]
    [DataRow(PendingStatus.Succeeded, false)]
    public void EveryStatusIsRanked_ButWhatHasSucceeded(PendingStatus status, bool isRanked) =>
        Assert.AreEqual(isRanked ? 1 : 0, Ranking.Of([Item("a.log", 1, 0) with { Status = status }], Now).Count);

    private static PendingMove Item(string source, int attempts, double days) => new()
    {
        Id = "x",
        Source = WorkspacePath.Parse(source),
        Destination = WorkspacePath.Parse($"archive/{source}"),
        Reason = FailureReason.Locked,
        AttemptCount = attempts,
        FirstSeenAt = Now.AddDays(-days),
        LastAttemptAt = Now,
        NextEligibleAt = Now,
    };
}
