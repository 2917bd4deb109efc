using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Core.Scheduling;
using Tidy.Tool.Json;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

/// <summary>What the system starts. People may, too: to see what it does.</summary>
internal sealed class ScheduleRunCommand : TidyCommand
{
    private readonly CommandOption startedBy;

    public ScheduleRunCommand(CommandLineApplication app)
        : base(app)
    {
        startedBy = app.Option("--started-by <NAME>", "The scheduler that starts it, for the record", CommandOptionType.SingleValue);
        startedBy.ShowInHelpText = false;
    }

    public override ExitCode Execute(Invocation call)
    {
        bool json = call.IsJson();
        ScheduleRun? run = Serve(call, json);
        // Here all workspaces were served: what is outstanding is told to others from this place.
        ExitCode exit = call.Cancellation.IsCancellationRequested ? ExitCode.Cancelled
            : run?.Workspaces.Any(w => w.IsFailure) == true ? ExitCode.Findings
            : ExitCode.Done;
        if (json)
            ToolJson.WriteObject(call.Data, ScheduleRunJson.Of(run, exit));
        else
            Sum(call.Lines(), run);
        return exit;
    }

    private ScheduleRun? Serve(Invocation call, bool json)
    {
        ILines? lines = json ? null : call.Lines();
        return call.Engine.OpenSchedule().Run(startedBy.Value() ?? ScheduleRun.Person, visited => Tell(lines, visited), call.Cancellation);
    }

    private static void Sum(ILines lines, ScheduleRun? run)
    {
        if (run is null)
            FindingText.WriteOne(lines, new Finding(Codes.ScheduleBusy, FindingLevel.Note, Path: null, "Another run of the schedule is at work; it serves all workspaces, so there is nothing to do."));
        else if (run.Workspaces.Count == 0)
            lines.Line("No workspace is registered; 'dotnet tidy schedule install' in one does that.");
    }

    /// <summary>Each when it is done: a run of many takes minutes.</summary>
    private static void Tell(ILines? lines, WorkspaceRun visited)
    {
        if (lines is not null)
            ScheduleOutput.WriteRow(lines, visited.Path, ScheduleNames.Of(visited.State), visited);
    }
}
