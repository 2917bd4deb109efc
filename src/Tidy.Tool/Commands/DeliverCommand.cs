using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Platform;

namespace Tidy.Tool.Commands;

/// <summary>The process that a run leaves behind: delivers, and says nothing, for nobody listens. What fails is in the book that the next run reads.</summary>
internal sealed class DeliverCommand(CommandLineApplication app) : TidyCommand(app)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(2);

    public override ExitCode Execute(Invocation call)
    {
        TerminalSession.Leave();
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(call.Cancellation);
        limit.CancelAfter(TimeLimit);
        try
        {
            call.Engine.OpenNotices(call.Root, call.Console.Environment).SendDue(TimeLimit, limit.Token);
            return ExitCode.Done;
        }
        catch (TidyException e)
        {
            return e.Exit;
        }
    }
}
