using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Planning;
using Tidy.Tool.Json;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

/// <summary>A command that is one run of the engine: plan, apply, verify, retry, undo.</summary>
internal abstract class RunningCommand : TidyCommand
{
    private readonly CommandOption reportFile;

    protected RunningCommand(CommandLineApplication app)
        : base(app) =>
        reportFile = app.Option("--report <FILE>", "Also write the JSON report to a file, whatever the format", CommandOptionType.SingleValue);

    public override string? ReportPath => reportFile.Value();

    protected RunRequest Request(RunCommand command, Invocation call, TidyConfig config) => new()
    {
        Command = command,
        Root = call.Root,
        Config = config,
        Phases = Common.PhaseNames(),
        LockTimeout = Common.LockTimeout,
    };

    protected ExitPolicy Policy(bool check = false) => new(check, Common.Strict, Common.AllowPending);

    /// <summary>Runs, prints the report, and tells the exit code.</summary>
    protected static ExitCode Run(Invocation call, RunRequest request, ExitPolicy policy) => Run(call, request, policy, out _);

    protected static ExitCode Run(Invocation call, RunRequest request, ExitPolicy policy, out RunResult result)
    {
        IRunReport report = RunReports.For(request.Command, call.ReportTarget() with { ToApply = ToApply(request.Config) });
        using (report.Observer as IDisposable)
            result = Run(call, request, report.Observer);
        ExitCode exit = ExitCodes.Of(result, policy, call.Cancellation.IsCancellationRequested);
        exit = WriteReportFile(call, result, exit);
        report.Finish(result, exit);
        KeepReport(call, result, exit);
        return exit;
    }

    /// <summary>Has delivered what a run left to tell. CI systems end what a job leaves behind, so nothing is left: there 'notify send' delivers, as a step of its own.</summary>
    /// <returns>Deliveries that failed.</returns>
    public static IReadOnlyList<Finding> FollowUp(Invocation call, RunResult result) =>
        call.Engine.FollowUp(result, mayStart: string.IsNullOrEmpty(call.Console.Environment("CI")));

    private static RunResult Run(Invocation call, RunRequest request, IRunObserver observer)
    {
        RunResult result = call.Engine.Run(request, observer, call.Cancellation);
        IReadOnlyList<Finding> findings = FollowUp(call, result);
        foreach (Finding finding in findings)
            observer.Found(finding);
        return findings.Count == 0 ? result : result with { Findings = [.. result.Findings, .. findings] };
    }

    /// <summary>Without a configuration, apply asks for one or for the presets by name.</summary>
    private static string ToApply(TidyConfig config) => config.File is not null ? "dotnet tidy apply"
        : config.Presets.SequenceEqual(Preset.Defaults) ? "dotnet tidy init, then dotnet tidy apply"
        : $"dotnet tidy apply{string.Concat(config.Presets.Select(name => $" --preset {name}"))}";

    /// <summary>What moved has moved: a report that cannot be written is said, and shows in the exit code, but the result is still printed.</summary>
    private static ExitCode WriteReportFile(Invocation call, RunResult result, ExitCode exit)
    {
        if (call.Report?.ProblemOfWriting(RunJson.Of(result, exit)) is not { } problem)
            return exit;
        call.Console.Error.Write(problem);
        return ExitCodes.Worst(exit, ExitCode.Unexpected);
    }

    /// <summary>What changed something is kept with what the journal does not have, for <c>history</c>. Without it nothing is lost.</summary>
    public static void KeepReport(Invocation call, RunResult result, ExitCode exit)
    {
        if (!result.IsRecorded || RunJson.BesideJournal(result, exit) is not { } report)
            return;
        if (call.Engine.KeepReport(result.Root, result.RunId, ToolJson.Bytes(report)) is { } problem && !call.Common.Quiet)
            call.Console.Error.Write($"note {Codes.StateDamaged}: The report of run {result.RunId} was not kept: {SafeText.Visible(problem)} The run itself is complete.\n");
    }
}
