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
        if (run is not null)
            Notify(call, run);
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

    /// <summary>That somebody was not told changes nothing about what was tidied.</summary>
    private static void Notify(Invocation call, ScheduleRun run)
    {
        ILines lines = Lines.For(call.Console.Error, color: false);
        foreach (Finding finding in call.Engine.TellOfSchedule([.. run.Workspaces.Select(w => w.Path)], call.Console.Environment, call.Cancellation))
            FindingText.WriteOne(lines, finding);
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
