using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Scheduling;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class ScheduleUninstallCommand : TidyCommand
{
    private readonly CommandOption all;
    private readonly CommandOption print;

    public ScheduleUninstallCommand(CommandLineApplication app)
        : base(app)
    {
        all = app.Option("--all", "Take all workspaces off, and the registration from every scheduler", CommandOptionType.NoValue);
        print = app.Option("--print", "Show exactly what would be written and run; change nothing", CommandOptionType.NoValue);
    }

    public override ExitCode Execute(Invocation call)
    {
        bool json = call.IsJson();
        string? workspace = all.HasValue() ? null : WorkspaceOf(call);
        ScheduleChange change = call.Engine.OpenSchedule().Uninstall(workspace, print.HasValue());
        ExitCode exit = change.Failures.Count > 0 ? ExitCode.Unexpected : ExitCode.Done;
        if (json)
            ScheduleOutput.WriteJson(call, "schedule uninstall", change, exit);
        else if (print.HasValue())
            new ScheduleStepsText(call.Lines()).Write(change);
        else
            WriteText(call.Lines(), workspace, change);
        return exit;
    }

    /// <summary>One that is gone can be named, too: its path as it was registered.</summary>
    private string WorkspaceOf(Invocation call) => Common.Workspace is { } folder && !Directory.Exists(folder)
        ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))
        : call.Root.FullPath;

    private static void WriteText(ILines lines, string? workspace, ScheduleChange change)
    {
        if (change.IsNothing)
            lines.Line(workspace is null ? "Nothing to do: there is no registration." : $"Nothing to do: {SafeText.Visible(workspace)} is not registered.");
        else if (change.After.Workspaces.Count == 0 && change.Failures.Count == 0)
            lines.Line("No workspace is left: nothing starts Tidy by itself any more.");
        else if (change.After.Workspaces.Count > 0)
            lines.Line($"Taken off. {Measures.Count(change.After.Workspaces.Count, "workspace is", "workspaces are")} still served.");
        ScheduleOutput.WriteFindings(lines, change.Failures);
    }
}
