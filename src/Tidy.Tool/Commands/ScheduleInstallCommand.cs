using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Scheduling;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class ScheduleInstallCommand : TidyCommand
{
    private const string NoConfiguration = "There is no tidy.json here, so nobody has said yet what may move by itself. 'dotnet tidy init' writes one; then install again.";

    private readonly CommandOption backend;
    private readonly CommandOption at;
    private readonly CommandOption logon;
    private readonly CommandOption noLogon;
    private readonly CommandOption print;

    public ScheduleInstallCommand(CommandLineApplication app)
        : base(app)
    {
        backend = app.Option("--backend <NAME>", $"{Schedulers.ValidNames}; default: as it was, else auto", CommandOptionType.SingleValue);
        at = app.Option("--at <TIME>", $"The daily time, e.g. 22:30; default: as it was, else {DailyTime.Usual}", CommandOptionType.SingleValue);
        logon = app.Option("--logon", "Also when you log on (cron: when the machine starts); so it is unless you said otherwise", CommandOptionType.NoValue);
        noLogon = app.Option("--no-logon", "Only at the daily time", CommandOptionType.NoValue);
        print = app.Option("--print", "Show exactly what would be written and run; change nothing", CommandOptionType.NoValue);
    }

    public override ExitCode Execute(Invocation call)
    {
        bool json = call.IsJson();
        if (Common.Config is not null)
            throw new TidyException(Codes.Usage, ExitCode.Usage, "The schedule uses the tidy.json of each workspace; --config has no meaning for it.");
        call.Config([], NoConfiguration);
        Schedule schedule = call.Engine.OpenSchedule();
        ScheduleChange change = schedule.Install(call.Root.FullPath, Wish(), print.HasValue());
        ScheduleStatus? status = print.HasValue() ? null : schedule.Status();
        ExitCode exit = change.Failures.Count > 0 ? ExitCode.Unexpected : status is { WillRun: false } ? ExitCode.Findings : ExitCode.Done;
        if (json)
            ScheduleOutput.WriteJson(call, "schedule install", change, exit);
        else if (status is null)
            new ScheduleStepsText(call.Lines()).Write(change);
        else
            WriteText(call.Lines(), change, status);
        return exit;
    }

    /// <exception cref="TidyException">An option has no valid value, or two contradict each other.</exception>
    private ScheduleWish Wish()
    {
        if (logon.HasValue() && noLogon.HasValue())
            throw new TidyException(Codes.Usage, ExitCode.Usage, "--logon and --no-logon contradict each other: give one of them, or none.");
        bool? atLogon = logon.HasValue() ? true : noLogon.HasValue() ? false : null;
        return new ScheduleWish(backend.Value(), Time(), atLogon);
    }

    private DailyTime? Time()
    {
        if (at.Value() is not { } text)
            return null;
        return DailyTime.TryParse(text, out DailyTime time)
            ? time
            : throw new TidyException(Codes.Usage, ExitCode.Usage, $"'{text}' is no time of day for --at. {DailyTime.ValidValues}");
    }

    private static void WriteText(ILines lines, ScheduleChange change, ScheduleStatus status)
    {
        lines.Line(change.IsNothing ? "Nothing to do: it is registered already." : $"Registered. {Measures.Count(change.After.Workspaces.Count, "workspace is", "workspaces are")} served.");
        ScheduleOutput.WriteFindings(lines, change.Failures);
        new ScheduleStatusText(lines, status).WriteVerdict();
    }
}
