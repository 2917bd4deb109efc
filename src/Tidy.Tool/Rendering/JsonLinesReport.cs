using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;
using Tidy.Tool.Json;

namespace Tidy.Tool.Rendering;

/// <summary>
/// Streams what happens, one JSON object a line, flushed at once: a build relays it while the run goes on. What the run
/// did not announce on the way (a preview moves nothing) follows at the end, so each entry and finding is there exactly once.
/// </summary>
internal sealed class JsonLinesReport(RunCommand command, ReportTarget target) : IRunReport, IRunObserver
{
    private const int EntriesBetweenProgress = 100;

    private readonly HashSet<(WorkspacePath Source, PlanAction Action)> announced = [];
    private readonly HashSet<Finding> found = [];
    private bool started;
    private int total;

    public IRunObserver Observer => this;

    public void Started(string runId, int actions)
    {
        started = true;
        total = actions;
        Write("started", new StartedEvent(RunJson.Version, WireNames.Of(command), runId, target.Root.FullPath, actions) { ToolVersion = ToolVersion.Text });
    }

    public void Decided(Outcome outcome)
    {
        if (!announced.Add((outcome.Entry.Source, outcome.Entry.Action)))
            return;
        Write("entry", EntryJson.Of(outcome));
    }

    public void Progressed(int tried, PlanEntry latest)
    {
        if (tried % EntriesBetweenProgress == 0)
            Write("progress", new ProgressEvent(tried, total));
    }

    public void Found(Finding finding)
    {
        if (found.Add(finding))
            Write("finding", FindingJson.Of(finding));
    }

    public void Finish(RunResult result, ExitCode exit)
    {
        if (!started)
            Started(result.RunId, actions: 0);
        foreach (Outcome outcome in result.Entries)
            Decided(outcome);
        foreach (Finding finding in result.Findings)
            Found(finding);
        Write("summary", SummaryEvent.Of(RunJson.Of(result with { Entries = [], Findings = [] }, exit)));
    }

    private void Write<T>(string name, T value)
    {
        ToolJson.WriteEvent(target.Data, name, value);
        target.Data.Flush();
    }
}
