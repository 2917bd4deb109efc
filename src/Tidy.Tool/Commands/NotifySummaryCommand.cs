using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Notices;
using Tidy.Tool.Engine;

namespace Tidy.Tool.Commands;

internal sealed class NotifySummaryCommand : NotifyCommand
{
    private readonly CommandOption send;

    public NotifySummaryCommand(CommandLineApplication app)
        : base(app, "notify summary") =>
        send = app.Option("--send", "Send it now to everybody who is told", CommandOptionType.NoValue);

    protected override ExitCode Execute(Invocation call, MachineNotices notices)
    {
        bool isJson = call.IsJson();
        if (send.HasValue())
            return Answer(call, notices.SendSummary(call.Cancellation), nothing: "Another process sends it at the moment.");
        Notice summary = notices.Summary();
        if (isJson)
            WriteJson(call, [], ExitCode.Done, summary.Text);
        else
            call.Data.Write($"{summary.Title}\n\n{summary.Text}");
        return ExitCode.Done;
    }
}
