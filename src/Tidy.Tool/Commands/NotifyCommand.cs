using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Delivery;
using Tidy.Tool.Engine;
using Tidy.Tool.Json;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

/// <summary>A command about who is told.</summary>
/// <param name="name">As the JSON output tells it: <c>notify status</c>.</param>
internal abstract class NotifyCommand(CommandLineApplication app, string name) : TidyCommand(app)
{
    public override ExitCode Execute(Invocation call) => Execute(call, call.Engine.OpenNotices(call.Root, call.Console.Environment));

    protected abstract ExitCode Execute(Invocation call, MachineNotices notices);

    /// <summary>What became of each channel.</summary>
    /// <param name="nothing">Said in text when there was none to send on.</param>
    protected ExitCode Answer(Invocation call, IReadOnlyList<DeliveryAnswer> answers, string nothing)
    {
        ExitCode exit = answers.Any(a => a.Record.Problem is not null) ? ExitCode.Findings : ExitCode.Done;
        if (call.IsJson())
            WriteJson(call, [.. answers.Select(ChannelJson.Of)], exit);
        else
            new NotifyText(call.Lines(), call.Console.Clock.GetUtcNow()).Write(answers, nothing);
        return exit;
    }

    protected void WriteJson(Invocation call, ChannelJson[] channels, ExitCode exit, string? text = null) =>
        ToolJson.WriteObject(call.Data, new NotifyJson(RunJson.Version, name, MachineNotices.SettingsPath) { Channels = channels, Text = text, ExitCode = (int)exit });
}
