using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Tool.Engine;

namespace Tidy.Tool.Commands;

internal sealed class NotifySendCommand(CommandLineApplication app) : NotifyCommand(app, "notify send")
{
    protected override ExitCode Execute(Invocation call, MachineNotices notices)
    {
        call.IsJson(); // a wrong format is said before anything is sent
        return Answer(call, notices.Send(call.Cancellation), nothing: "");
    }
}
