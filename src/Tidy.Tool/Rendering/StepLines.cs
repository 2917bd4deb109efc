using System.Globalization;
using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Rendering;

/// <summary>For <c>--verbose</c>: a line on stderr for each step of the run as it ends. Everything else goes to the observer behind it.</summary>
internal sealed class StepLines(TextWriter error, IRunObserver inner) : IRunObserver, IDisposable
{
    public void Started(string runId, int actions) => inner.Started(runId, actions);

    public void Progressed(int tried, PlanEntry latest) => inner.Progressed(tried, latest);

    public void Decided(Outcome outcome) => inner.Decided(outcome);

    public void Found(Finding finding) => inner.Found(finding);

    public void Stepped(RunStep step) =>
        error.Write(string.Create(CultureInfo.InvariantCulture, $"{step.Name,-8} {step.What} ({step.Took.TotalMilliseconds:0.0} ms)\n"));

    public void Dispose() => (inner as IDisposable)?.Dispose();
}
