using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Rendering;

/// <summary>A run as a comment on a pull request: one sentence, then tables.</summary>
internal sealed class MarkdownReport(TextWriter data, IRunObserver observer) : IRunReport
{
    private readonly MarkdownPage page = new(data);

    public IRunObserver Observer => observer;

    public void Finish(RunResult result, ExitCode exit)
    {
        var view = new RunView(result);
        page.Line($"### dotnet tidy {WireNames.Of(result.Command)}");
        page.Line();
        page.Line(SafeText.Markdown(view.Summary));
        WriteMoves(view);
        WriteWaiting("In use, queued", view.InUse);
        WriteWaiting("Could not be moved, queued", view.Queued);
        WriteWaiting("Could not be moved", view.Failed);
        WriteStaying(view);
        WriteFindings(result.Findings);
        WriteQueue(result);
    }

    private void WriteMoves(RunView view)
    {
        var moves = EntryGroup.By(view.Done.Where(ActionText.IsMove), o => (RunView.TitleOf(o), o.Entry.Rule ?? o.Entry.Phase));
        page.Table(view.IsPreview ? "Would move" : "Moved", "| To | Rule | Why | Files | Size |", moves.Select(
            g => $"| {MarkdownPage.Code(g.Title)} | {MarkdownPage.Code(g.Rule)} | {SafeText.Markdown(g.Why ?? "")} | {MarkdownPage.Names(g.Entries, o => NameAndNewName(o) + WhyOf(g, o))} | {Measures.Size(g.Bytes)} |"));
        page.Table(view.IsPreview ? "Would also happen" : "Also done", "| Path | What | Rule |", view.Done.Where(o => !ActionText.IsMove(o)).Select(
            o => $"| {MarkdownPage.Code(o.Entry.Source.Value)} | {ActionText.Word(o, view.IsPreview ? "to be " : "")} | {MarkdownPage.Code(o.Entry.Rule ?? o.Entry.Phase)} |"));
    }

    private void WriteStaying(RunView view) => page.Table(
        "Left in place",
        "| Why | Files |",
        EntryGroup.By(view.Staying, o => (o.Message ?? o.Status.ToString(), o.Code)).Select(
            g => $"| {(g.Rule is { } code ? code + " " : "")}{SafeText.Markdown(g.Title)} | {MarkdownPage.Names(g.Entries, o => MarkdownPage.Code(o.Entry.Source.Value))} |"));

    /// <summary>Where each has a reason of its own, it stands beside the name.</summary>
    private static string WhyOf(EntryGroup group, Outcome outcome) =>
        group.Why is null && outcome.Message is { } why ? $" ({SafeText.Markdown(why)})" : "";

    private static string NameAndNewName(Outcome outcome)
    {
        string name = MarkdownPage.Code(outcome.Entry.Source.Value);
        return outcome.Destination is { } to && to.Name != outcome.Entry.Source.Name ? $"{name} → {MarkdownPage.Code(to.Name)}" : name;
    }

    private void WriteWaiting(string title, IReadOnlyList<Outcome> outcomes) => page.Table(title, "| File | Why | Held by | Attempt |", outcomes.Select(o =>
        $"| {MarkdownPage.Code(o.Entry.Source.Value)} | {SafeText.Markdown($"{o.Code} {o.Message}".Trim())} | {SafeText.Markdown(string.Join(", ", o.Holders))} | {Attempt(o)} |"));

    private void WriteFindings(IReadOnlyList<Finding> findings) => page.Table("Findings", "| Level | Code | Path | Message |",
        from level in FindingText.WorstFirst
        from g in FindingGroup.By(findings, level)
        select $"| {WireNames.Of(level)} | {g.First.Code} | {MarkdownPage.Names(g.Paths, MarkdownPage.Code)} | {SafeText.Markdown(g.First.Text)} |");

    private void WriteQueue(RunResult result)
    {
        var queue = result.Queue;
        if (queue.Total == 0 && result.MovedFromQueue == 0)
            return;
        page.Table("Pending moves queue", "| Total | Pending | Succeeded (this run) | Abandoned | Needs a person | Held | Eligible for next run |",
        [
            $"| {queue.Total} | {queue.Pending} | {result.MovedFromQueue} | {queue.Abandoned} | {queue.NeedsManual} | {queue.Held} | {queue.EligibleNow} |",
        ]);
    }

    private static string Attempt(Outcome outcome) => outcome.Pending is { } item
        ? outcome.MaxAttempts is { } max ? $"{item.AttemptCount} of {max}" : $"{item.AttemptCount}"
        : "";
}
