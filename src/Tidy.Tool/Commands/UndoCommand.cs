using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Journal;

namespace Tidy.Tool.Commands;

internal sealed class UndoCommand : RunningCommand
{
    private readonly CommandArgument run;

    public UndoCommand(CommandLineApplication app)
        : base(app) =>
        run = app.Argument("RUN", "The run to reverse, as 'history' shows it; default: the last one that moved something");

    public override ExitCode Execute(Invocation call)
    {
        IReadOnlyList<RunRecord> runs = call.Engine.History(call.Root);
        RunRecord undone = run.Value is { } id
            ? RunHistory.Find(runs, id)
            : RunHistory.LastToUndo(runs) ?? throw new TidyException(Codes.Usage, ExitCode.Usage, "There is no run to undo. 'dotnet tidy history' lists the runs.");
        return Run(call, Request(RunCommand.Undo, call, call.Config([])) with { UndoOf = undone }, Policy());
    }
}
