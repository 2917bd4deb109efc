using Tidy.Core.Watching;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class WatchAgendaTests
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    private readonly SteadyClock clock = new();
    private readonly WatchAgenda agenda;

    public WatchAgendaTests() => agenda = new WatchAgenda(clock, Settle);

    [TestMethod]
    public void WithNothingToDo_ItRestsForEver()
    {
        Assert.AreEqual(Timeout.InfiniteTimeSpan, agenda.Rest);
        Assert.IsNull(agenda.Next());
    }

    [TestMethod]
    public void Clutter_IsLookedAtOnce_WhenNothingNewCameForTheQuietTime()
    {
        for (int burst = 0; burst < 5; burst++)
        {
            agenda.SeeClutter();
            Assert.AreEqual(Settle, agenda.Rest);
            clock.Advance(TimeSpan.FromSeconds(1.9));
            Assert.IsNull(agenda.Next());
        }

        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.AreEqual(WatchStep.Apply, agenda.Next());
        Assert.IsNull(agenda.Next());
        Assert.AreEqual(Timeout.InfiniteTimeSpan, agenda.Rest);
    }

    [TestMethod]
    public void AFolderThatIsNeverQuiet_IsLookedAtAfterTenQuietTimes()
    {
        TimeSpan waited = TimeSpan.Zero;
        for (; agenda.Next() is null; waited += TimeSpan.FromSeconds(1))
        {
            agenda.SeeClutter();
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.AreEqual(TimeSpan.FromSeconds(20), waited);
        agenda.SeeClutter();
        Assert.AreEqual(Settle, agenda.Rest, "the count starts again");
    }

    [TestMethod]
    public void StepsOfTheSameTime_ComeInTheirOrder_EachOnce()
    {
        foreach (WatchStep step in Enum.GetValues<WatchStep>().Reverse())
        {
            agenda.Do(step);
            agenda.Do(step);
        }

        List<WatchStep> done = [];
        while (agenda.Next() is { } step)
            done.Add(step);
        CollectionAssert.AreEqual(Enum.GetValues<WatchStep>(), done);
    }

    [TestMethod]
    public void TheEarlierOfTwoTimes_Counts_AndForgettingTakesBoth()
    {
        agenda.DoIn(WatchStep.Retry, TimeSpan.FromMinutes(5));
        agenda.DoIn(WatchStep.Retry, TimeSpan.FromMinutes(1));
        agenda.DoIn(WatchStep.Retry, TimeSpan.FromMinutes(9));
        Assert.AreEqual(TimeSpan.FromMinutes(1), agenda.Rest);

        agenda.Forget(WatchStep.Retry);
        Assert.AreEqual(Timeout.InfiniteTimeSpan, agenda.Rest);
    }

    [TestMethod]
    public void WhatChangesNothing_IsRepeatedLessAndLess_UntilSomethingChanges()
    {
        List<double> pauses = [];
        for (int run = 0; run < 9; run++)
        {
            agenda.DoAgainIn(WatchStep.Apply, TimeSpan.Zero);
            pauses.Add(agenda.Rest.TotalSeconds);
            clock.Advance(agenda.Rest);
            Assert.AreEqual(WatchStep.Apply, agenda.Next());
            agenda.Ran(changedSomething: false);
        }

        CollectionAssert.AreEqual(new double[] { 1, 2, 4, 8, 16, 32, 60, 60, 60 }, pauses);
        agenda.Ran(changedSomething: true);
        agenda.DoAgainIn(WatchStep.Apply, TimeSpan.Zero);
        Assert.AreEqual(TimeSpan.FromSeconds(1), agenda.Rest);
    }
}
