using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Tool.Engine;
using Tidy.Tool.Json;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class NotifyStatusCommand(CommandLineApplication app) : NotifyCommand(app, "notify status")
{
    protected override ExitCode Execute(Invocation call, MachineNotices notices)
    {
        bool isJson = call.IsJson();
        IReadOnlyList<ChannelState> states = notices.States();
        ExitCode exit = states.Any(s => s.Record.Failures > 0) ? ExitCode.Findings : ExitCode.Done;
        if (isJson)
            WriteJson(call, [.. states.Select(ChannelJson.Of)], exit);
        else
            new NotifyText(call.Lines(), call.Console.Clock.GetUtcNow()).Write(notices.Settings, MachineNotices.SettingsPath, states);
        return exit;
    }
}
