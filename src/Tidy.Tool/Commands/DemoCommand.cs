using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Tool.Demo;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class DemoCommand : TidyCommand
{
    private readonly CommandOption keep;

    public DemoCommand(CommandLineApplication app)
        : base(app) =>
        keep = app.Option("--keep", "Keep the temporary workspace, to look around in it", CommandOptionType.NoValue);

    public override ExitCode Execute(Invocation call)
    {
        using var workspace = DemoWorkspace.Create(call.Console.Clock.GetUtcNow(), keep.HasValue());
        ExitCode exit = new DemoStory(call, workspace).Tell();
        if (keep.HasValue())
            call.Lines().Line($"The workspace is still there: {workspace.Root}", Tone.Faint);
        return exit;
    }
}
