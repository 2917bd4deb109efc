using System.Text.Json;
using Tidy.Core;
using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Tool.Json;

namespace Tidy.Tool.Rendering;

/// <summary>A past run: its journal, and the report that was kept beside it where there is one.</summary>
internal sealed class PastRun
{
    private readonly RunJson? report;

    /// <param name="kept">The kept report as it was written; one that cannot be read, or is of another run, counts as none.</param>
    public PastRun(RunRecord run, byte[]? kept)
    {
        Run = run;
        report = kept is null ? null : Read(kept, run.Id);
    }

    public RunRecord Run { get; }

    /// <summary>
    /// Whether findings and queued files are known. No report, and nothing queued: then as a rule there was nothing to tell; only a crash right
    /// after the run leaves the same.
    /// </summary>
    public bool KnowsTheRest => report is not null || Run.Queued == 0;

    public IReadOnlyList<FindingJson> Findings => report is null ? [] : Array.FindAll(report.Findings, f => f is not null);

    /// <summary>What waited in the queue after the run, and was part of it.</summary>
    public IReadOnlyList<EntryJson> Queued => report is null ? [] : Array.FindAll(report.Entries, e => e?.Status == WireNames.Of(EntryStatus.Queued));

    /// <summary>Actions by phase, in the order of the plan.</summary>
    public IEnumerable<IGrouping<string, RunAction>> Phases => Run.Actions.GroupBy(a => a.Phase);

    private static RunJson? Read(byte[] kept, string id)
    {
        try
        {
            using var stream = new MemoryStream(kept);
            return ToolJson.ReadRun(stream) is { } report && report.RunId == id ? report : null;
        }
        catch (JsonException)
        {
            return null; // cut short by a power cut, or changed by hand: the journal has what counts
        }
    }
}
