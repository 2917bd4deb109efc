using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Rendering;

/// <summary>A run as a comment on a pull request: one sentence, then tables.</summary>
internal sealed class MarkdownReport(TextWriter data, IRunObserver observer) : IRunReport
{
    /// <summary>Rows of one table; a comment on GitHub ends at 65,536 characters.</summary>
    private const int RowsShown = 100;

    public IRunObserver Observer => observer;

    public void Finish(RunResult result, ExitCode exit)
    {
        var view = new RunView(result);
        Line($"### dotnet tidy {WireNames.Of(result.Command)}");
        Line();
        Line(SafeText.Markdown(view.Summary));
        WriteMoves(view);
        WriteWaiting("In use, queued", view.InUse);
        WriteWaiting("Could not be moved, queued", view.Queued);
        WriteWaiting("Could not be moved", view.Failed);
        WriteFindings(result.Findings);
        WriteQueue(result);
    }

    private void WriteMoves(RunView view)
    {
        var rows = EntryGroup.By(view.Done.Where(ActionText.IsMove), o => (RunView.TitleOf(o), o.Entry.Rule ?? o.Entry.Phase)).SelectMany(
            g => g.Entries.Select(o => $"| {Code(o.Entry.Source.Value)} | {Code(o.Destination?.Value)} | {Code(g.Rule)} | {Measures.Size(o.Entry.Stat.Size)} |"));
        Table(view.IsPreview ? "Would move" : "Moved", "| File | To | Rule | Size |", rows);
        Table(view.IsPreview ? "Would also happen" : "Also done", "| Path | What | Rule |", view.Done.Where(o => !ActionText.IsMove(o)).Select(
            o => $"| {Code(o.Entry.Source.Value)} | {ActionText.Word(o, view.IsPreview ? "to be " : "")} | {Code(o.Entry.Rule ?? o.Entry.Phase)} |"));
    }

    private void WriteWaiting(string title, IReadOnlyList<Outcome> outcomes) => Table(title, "| File | Why | Held by | Attempt |", outcomes.Select(o =>
        $"| {Code(o.Entry.Source.Value)} | {SafeText.Markdown($"{o.Code} {o.Message}".Trim())} | {SafeText.Markdown(string.Join(", ", o.Holders))} | {Attempt(o)} |"));

    private void WriteFindings(IReadOnlyList<Finding> findings) => Table("Findings", "| Level | Code | Path | Message |", findings.Select(f =>
        $"| {WireNames.Of(f.Level)} | {f.Code} | {Code(f.Path)} | {SafeText.Markdown(f.Message)} |"));

    private void WriteQueue(RunResult result)
    {
        var queue = result.Queue;
        if (queue.Total == 0 && result.MovedFromQueue == 0)
            return;
        Table("Pending moves queue", "| Total | Pending | Succeeded (this run) | Abandoned | Needs a person | Held | Eligible for next run |",
        [
            $"| {queue.Total} | {queue.Pending} | {result.MovedFromQueue} | {queue.Abandoned} | {queue.NeedsManual} | {queue.Held} | {queue.EligibleNow} |",
        ]);
    }

    private void Table(string title, string header, IEnumerable<string> rows)
    {
        int count = 0;
        foreach (string row in rows)
        {
            if (count++ == 0)
                Head(title, header);
            if (count <= RowsShown)
                Line(row);
        }

        if (count > RowsShown)
        {
            Line();
            Line($"… and {count - RowsShown} more.");
        }
    }

    private void Head(string title, string header)
    {
        Line();
        Line($"#### {title}");
        Line();
        Line(header);
        Line(string.Concat(Enumerable.Repeat("| --- ", header.Count(c => c == '|') - 1)) + "|");
    }

    private static string Attempt(Outcome outcome) => outcome.Pending is { } item
        ? outcome.MaxAttempts is { } max ? $"{item.AttemptCount} of {max}" : $"{item.AttemptCount}"
        : "";

    private static string Code(string? text) => string.IsNullOrEmpty(text) ? "" : SafeText.MarkdownCode(text);

    private void Line(string text = "")
    {
        data.Write(text);
        data.Write('\n');
    }
}
