using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Tool.Engine;
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
        if (run.Value is { } id)
            Show(call, Find(call, id), json);
        else
            List(call, call.Engine.History(call.Root), json);
        return ExitCode.Done;
    }

    private static RunDetails Find(Invocation call, string id) => call.Engine.ShowRun(call.Root, id)
        ?? throw new TidyException(Codes.Usage, ExitCode.Usage, $"There is no run '{id}'. 'dotnet tidy history' lists the runs.");

    private static void Show(Invocation call, RunDetails details, bool json)
    {
        if (json)
        {
            RunMoveJson[] moves = [.. details.Moves.Select(m => new RunMoveJson(m.Source, m.Destination, m.Result))];
            ToolJson.WriteObject(call.Data, new HistoryJson(RunJson.Version, "history", [RunSummaryJson.Of(details.Run)], moves, 0));
            return;
        }

        ILines lines = call.Lines();
        WriteRun(lines, details.Run);
        foreach (RunMove move in details.Moves)
            lines.Line($"    {move.Result,-8} {SafeText.Visible(move.Source)} -> {SafeText.Visible(move.Destination)}");
        if (details.Run is { UndoneBy: null, Moved: > 0 })
            lines.Line($"To put it back: dotnet tidy undo {details.Run.Id}", Tone.Faint);
    }

    private static void List(Invocation call, IReadOnlyList<RunSummary> runs, bool json)
    {
        if (json)
        {
            ToolJson.WriteObject(call.Data, new HistoryJson(RunJson.Version, "history", [.. runs.Select(RunSummaryJson.Of)], null, 0));
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

    private static void WriteRun(ILines lines, RunSummary run)
    {
        string undone = run.UndoneBy is { } by ? $", undone by {by}" : "";
        lines.Add(run.Id, Tone.Heading)
            .Add($"  {run.Command,-6} {Measures.Utc(run.StartedAt)}  {run.Moved} moved, {run.Queued} queued, {run.Failed} failed{undone}").End();
    }
}
