using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Rendering;

/// <summary>For formats that only print the end.</summary>
internal sealed class SilentObserver : IRunObserver
{
    public static readonly SilentObserver Instance = new();

    public void Started(string runId, int actions)
    {
    }

    public void Progressed(int tried, PlanEntry latest)
    {
    }

    public void Decided(Outcome outcome)
    {
    }

    public void Found(Finding finding)
    {
    }
}
