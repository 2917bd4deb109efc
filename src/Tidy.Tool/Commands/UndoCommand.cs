using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;

namespace Tidy.Tool.Commands;

internal sealed class UndoCommand : RunningCommand
{
    private readonly CommandArgument run;

    public UndoCommand(CommandLineApplication app)
        : base(app) =>
        run = app.Argument("RUN", "The run to reverse, as 'history' shows it; default: the last one that moved something");

    public override ExitCode Execute(Invocation call) =>
        Run(call, Request(RunCommand.Undo, call, call.Config([])) with { UndoOf = run.Value }, Policy());
}
