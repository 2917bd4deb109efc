using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Core.Watching;

namespace Tidy.Tool.Rendering;

/// <summary>A watch for a person: one line when it starts, and each run that did something as <c>apply</c> shows it, with its time.</summary>
internal sealed class WatchText(ReportTarget target) : IWatchReport
{
    private readonly ILines lines = Lines.For(target.Data, target.Color);

    public void Started(WatchStart start)
    {
        string folders = start.Folders.Count == 0 ? "the queue" : string.Join(", ", start.Folders.Select(f => f.Length == 0 ? "the root" : SafeText.Visible(f)));
        string waiting = start.Waiting == 0 ? "" : $" {Measures.Files(start.Waiting)} in the queue.";
        if (!target.Quiet)
            Write(() => lines.Line($"Watching {SafeText.Visible(target.Root.FullPath)}: {folders}.{waiting} Ctrl+C ends it.", Tone.Faint));
    }

    public void Ran(RunResult result)
    {
        RunResult news = WatchNews.Of(result);
        if (WatchNews.IsNews(news))
            Write(() => WriteNews(news));
        else if (target.Verbose)
            Write(() => lines.Line($"{Time(result.StartedAt)}  Looked, and found nothing to do ({result.Duration.TotalMilliseconds:0} ms).", Tone.Faint));
    }

    public void Said(Finding finding)
    {
        if (!target.Quiet || finding.Level != FindingLevel.Note)
            Write(() => FindingText.WriteOne(lines, finding));
    }

    public void Ended(ExitCode exit)
    {
        if (!target.Quiet)
            Write(() => lines.Line(exit == ExitCode.Done ? "The watch has ended." : "The watch has ended in the middle of a run; the next one goes on from there.", Tone.Faint));
    }

    private void WriteNews(RunResult news)
    {
        var view = new RunView(news);
        if (news.Entries.Count > 0)
            lines.Line($"{Time(news.StartedAt)}  {view.Summary}", news.Exit is ExitCode.Done ? Tone.Good : Tone.Warning);
        if (!target.Quiet)
            new EntryText(lines, target.Verbose).Write(view);
        new WaitingText(lines, target.Console.Clock.GetUtcNow(), target.Verbose).Write(view);
        new FindingText(lines, target.Verbose).Write(view, target.Quiet);
    }

    private void Write(Action write)
    {
        write();
        target.Data.Flush();
    }

    private static string Time(DateTimeOffset time) => Measures.Utc(time);
}
