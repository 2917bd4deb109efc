using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Queue;
using Tidy.Tool.Engine;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class QueueShowCommand : QueueCommand
{
    private readonly CommandArgument id;

    public QueueShowCommand(CommandLineApplication app)
        : base(app, "queue show") =>
        id = app.Argument("ID", "The item: its id, the beginning of it, or the file's path");

    protected override ExitCode Execute(Invocation call, IPendingQueue queue)
    {
        string wanted = id.Value ?? throw new TidyException(Codes.Usage, ExitCode.Usage, "Name the item to show: dotnet tidy queue show ID.");
        PendingMove item = queue.Find(wanted);
        if (call.IsJson())
            WriteJson(call, [item]);
        else
            PendingText.WriteAll(call.Lines(), item, call.Console.Clock.GetUtcNow());
        return ExitCode.Done;
    }
}
