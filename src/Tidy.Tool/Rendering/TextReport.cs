using Tidy.Core;

namespace Tidy.Tool.Rendering;

/// <summary>A run for a person at a terminal: grouped and bounded, so that 10,000 files are still one screen.</summary>
internal sealed class TextReport(ReportTarget target, IRunObserver observer) : IRunReport
{
    public IRunObserver Observer => observer;

    public void Finish(RunResult result, ExitCode exit)
    {
        ILines lines = Lines.For(target.Data, target.Color);
        var view = new RunView(result);
        DateTimeOffset now = target.Console.Clock.GetUtcNow();
        if (!target.Quiet)
            new EntryText(lines, target.Verbose).Write(view);
        new WaitingText(lines, now, target.Verbose).Write(view);
        new FindingText(lines, target.Verbose).Write(view, target.Quiet);
        lines.Line(view.Summary, ToneOf(exit));
        if (target.Verbose)
            lines.Line($"Run {result.RunId}, {result.Duration.TotalMilliseconds:0} ms, {result.Root}", Tone.Faint);
        if (!target.Quiet)
        {
            WriteNext(lines, view, exit);
            QueueText.Write(lines, result);
        }
    }

    private void WriteNext(ILines lines, RunView view, ExitCode exit)
    {
        RunCommand command = view.Result.Command;
        if (command == RunCommand.Plan && view.Rest() is { } rest)
            lines.Line(rest, Tone.Faint);
        bool isUntidy = command == RunCommand.Verify && exit == ExitCode.Findings;
        if (isUntidy)
            lines.Line("To see the plan: dotnet tidy plan", Tone.Faint);
        if (isUntidy || (command == RunCommand.Plan && view.Done.Count > 0))
            lines.Line($"To carry it out: {target.ToApply}", Tone.Faint);
    }

    private static Tone ToneOf(ExitCode exit) => exit switch
    {
        ExitCode.Done => Tone.Good,
        ExitCode.Pending or ExitCode.Findings => Tone.Warning,
        _ => Tone.Bad,
    };
}
