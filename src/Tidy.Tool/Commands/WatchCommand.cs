using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Planning;
using Tidy.Core.Watching;
using Tidy.Core.Workspaces;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class WatchCommand : TidyCommand
{
    private readonly CommandOption presets;
    private readonly CommandOption settle;

    public WatchCommand(CommandLineApplication app)
        : base(app)
    {
        presets = app.Option("--preset <NAME>", $"Rules to use without a tidy.json (may be repeated): {HelpText.Presets}", CommandOptionType.MultipleValue);
        settle = app.Option("--settle <TIME>", "Move new clutter when nothing has changed for so long, e.g. 500ms, 10s, 5m; default: 2s", CommandOptionType.SingleValue);
    }

    public override ExitCode Execute(Invocation call)
    {
        IWatchReport report = call.Format switch
        {
            OutputFormat.Text => new WatchText(call.ReportTarget()),
            OutputFormat.JsonLines => new WatchJsonLines(call.ReportTarget(), new ExitPolicy(Check: false, Common.Strict, Common.AllowPending)),
            _ => throw new TidyException(Codes.Usage, ExitCode.Usage, "This command has no such format. Valid values are text, jsonl."),
        };
        ExitCode exit = call.Engine.Watch(Request(call), new KeptReports(call, report), call.Cancellation);
        report.Ended(exit);
        return exit;
    }

    private WatchRequest Request(Invocation call)
    {
        WatchRequest request = new()
        {
            Root = call.Root,
            Config = ReadConfig(call),
            ConfigFile = Path.GetFullPath(Common.Config ?? Path.Combine(call.Root.FullPath, WorkspaceRoot.ConfigFileName)),
            ReadConfig = () => ReadConfig(call),
            Phases = Common.PhaseNames(),
        };
        request = Common.GivenLockTimeout is { } patience ? request with { LockTimeout = patience } : request;
        return settle.Value() is { } text ? request with { Settle = ShortTime.Parse(text, "--settle") } : request;
    }

    private TidyConfig ReadConfig(Invocation call) => call.Config(CommonOptions.Split(presets), ApplyCommand.NoConfiguration);

    /// <summary>Each run keeps its report for <c>history</c> and has told what it leaves to tell, as one that a person starts.</summary>
    private sealed class KeptReports(Invocation call, IWatchReport report) : IWatchObserver
    {
        public void Started(WatchStart start) => report.Started(start);

        public void Ran(RunResult result)
        {
            report.Ran(result);
            RunningCommand.KeepReport(call, result, result.Exit);
            foreach (Finding finding in RunningCommand.FollowUp(call, result))
                report.Said(finding);
        }

        public void Said(Finding finding) => report.Said(finding);
    }
}
