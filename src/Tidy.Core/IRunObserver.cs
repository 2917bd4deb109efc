using Tidy.Core.Planning;

namespace Tidy.Core;

/// <summary>Hears of a run while it goes on; called on the run's own thread.</summary>
public interface IRunObserver
{
    /// <summary>Comes first, but for the steps up to the plan: the plan is known, and <paramref name="actions"/> of its entries will be carried out, or would be in a preview.</summary>
    void Started(string runId, int actions);

    /// <summary>So many of the actions have been tried, <paramref name="latest"/> last; what became of each is decided when all have been.</summary>
    void Progressed(int tried, PlanEntry latest);

    /// <summary>The last word on one entry.</summary>
    void Decided(Outcome outcome);

    void Found(Finding finding);

    /// <summary>A step is over. Steps are for those who want to follow a run in detail; most do not listen.</summary>
    void Stepped(RunStep step)
    {
    }
}
