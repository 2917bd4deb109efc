using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Journal;
using Tidy.Tool.Json;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class HistoryCommand : TidyCommand
{
    private const int RunsShown = 30;

    private readonly CommandArgument run;

    public HistoryCommand(CommandLineApplication app)
        : base(app) =>
        run = app.Argument("RUN", "Show what this run did; default: list the runs");

    public override ExitCode Execute(Invocation call)
    {
        bool json = call.IsJson();
        IReadOnlyList<RunRecord> runs = call.Engine.History(call.Root);
        if (run.Value is { } id)
            Show(call, RunHistory.Find(runs, id), json);
        else
            List(call, [.. runs.Reverse()], json);
        return ExitCode.Done;
    }

    private static void Show(Invocation call, RunRecord details, bool json)
    {
        if (json)
        {
            RunMoveJson[] moves = [.. details.Done.Select(RunMoveJson.Of)];
            ToolJson.WriteObject(call.Data, new HistoryJson(RunJson.Version, "history", [HistoryRunJson.Of(details)], moves, 0));
            return;
        }

        ILines lines = call.Lines();
        WriteRun(lines, details);
        foreach (DoneMove move in details.Done)
            lines.Line($"    {SafeText.Visible(move.Source.Value)} -> {SafeText.Visible(move.Destination.Value)}");
        if (details is { UndoneBy: null, Done.Count: > 0 })
            lines.Line($"To put it back: dotnet tidy undo {details.Id}", Tone.Faint);
    }

    private static void List(Invocation call, IReadOnlyList<RunRecord> runs, bool json)
    {
        if (json)
        {
            ToolJson.WriteObject(call.Data, new HistoryJson(RunJson.Version, "history", [.. runs.Select(HistoryRunJson.Of)], null, 0));
            return;
        }

        ILines lines = call.Lines();
        if (runs.Count == 0)
            lines.Line("No run has changed anything here yet.");
        int shown = call.Common.Verbose ? runs.Count : Math.Min(runs.Count, RunsShown);
        for (int i = 0; i < shown; i++)
            WriteRun(lines, runs[i]);
        if (shown < runs.Count)
            lines.Line($"… and {runs.Count - shown} more (--verbose lists them)", Tone.Faint);
    }

    private static void WriteRun(ILines lines, RunRecord run)
    {
        string undone = run.UndoneBy is { } by ? $", undone by {by}" : run.Undoes is { } of ? $", undoes {of}" : "";
        string interrupted = run.IsInterrupted ? ", interrupted" : "";
        lines.Add(run.Id, Tone.Heading)
            .Add($"  {run.Command,-6} {Measures.Utc(run.StartedAt)}  {run.Done.Count} moved, {run.Queued} queued{undone}{interrupted}").End();
    }
}
