using Tidy.Core.Journal;

namespace Tidy.Tool.Rendering;

/// <summary>Past runs as Markdown.</summary>
internal sealed class HistoryMarkdown(TextWriter data, DateTimeOffset now)
{
    private readonly MarkdownPage page = new(data);

    /// <param name="runs">The newest first.</param>
    public void WriteList(IReadOnlyList<RunRecord> runs)
    {
        page.Line("### dotnet tidy history");
        if (runs.Count == 0)
        {
            page.Line();
            page.Line("No run has changed anything here yet.");
        }

        page.Table("Runs", "| Run | Command | Started | Age | Moved | Removed | Other | Queued | Failed | Since |", runs.Select(Row));
    }

    public void WriteRun(PastRun past)
    {
        RunRecord run = past.Run;
        page.Line($"### dotnet tidy history {run.Id}");
        page.Line();
        page.Line(SafeText.Markdown($"{run.Command}, {Measures.Utc(run.StartedAt)}: {RunTally.Of(run)}{HistoryText.FateOf(run)}."));
        foreach (var phase in past.Phases)
            page.Table($"Phase {SafeText.Markdown(phase.Key)}", "| Action | File | To | Result |", phase.Select(Row));
        page.Table("Folders made", "| Folder |", run.Folders.Select(f => $"| {MarkdownPage.Code(f)} |"));
        page.Table("Queued", "| File | To | Why | Id |", past.Queued.Select(e =>
            $"| {MarkdownPage.Code(e.Src)} | {MarkdownPage.Code(e.Dest)} | {SafeText.Markdown(e.Reason ?? "")} | {MarkdownPage.Code(e.QueueId)} |"));
        page.Table("Findings", "| Level | Code | Path | Message |", past.Findings.Select(f =>
            $"| {SafeText.Markdown(f.Level)} | {SafeText.Markdown(f.Code)} | {MarkdownPage.Code(f.Path)} | {SafeText.Markdown(f.Message)} |"));
    }

    private string Row(RunRecord run)
    {
        RunTally tally = RunTally.Of(run);
        string since = SafeText.Markdown(HistoryText.FateOf(run).TrimStart(',', ' '));
        return $"| {MarkdownPage.Code(run.Id)} | {SafeText.Markdown(run.Command)} | {Measures.Utc(run.StartedAt)} | {Measures.Ago(run.StartedAt, now)} "
            + $"| {tally.Moved} | {tally.Removed} | {tally.Other} | {tally.Queued} | {tally.Failed} | {since} |";
    }

    private static string Row(RunAction action)
    {
        string status = action.Status switch { RunActionStatus.Done => "done", RunActionStatus.NotDone => "not done", _ => "not tried" };
        string result = RunActionText.ReasonOf(action) is { Length: > 0 } reason ? $"{status} ({reason})" : status;
        return $"| {SafeText.Markdown(action.Action)} | {MarkdownPage.Code(action.Source)} | {MarkdownPage.Code(action.Destination)} | {SafeText.Markdown(result)} |";
    }
}
