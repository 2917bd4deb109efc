using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Queue;
using Tidy.Tool.Engine;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class QueueClearCommand : QueueCommand
{
    private readonly CommandOption status;
    private readonly CommandOption yes;

    public QueueClearCommand(CommandLineApplication app)
        : base(app, "queue clear")
    {
        status = app.Option("--status <STATUS>", $"Only items with it: {WireNames.AllPendingStatuses}", CommandOptionType.SingleValue);
        yes = app.Option("--yes", "Do it; without this the command only says what it would forget", CommandOptionType.NoValue);
    }

    protected override ExitCode Execute(Invocation call, IPendingQueue queue)
    {
        PendingStatus? only = status.Value() is { } word ? StatusOf(word) : null;
        bool json = call.IsJson();
        if (!yes.HasValue())
        {
            int count = queue.List(only).Items.Count;
            throw new TidyException(Codes.Usage, ExitCode.Usage, $"This would forget {Measures.Count(count, "item", "items")}; their files stay where they are. Say --yes to do it.");
        }

        QueueAnswer reply = queue.Clear(only);
        if (json)
        {
            WriteJson(call, reply.Items, findings: reply.Findings);
        }
        else
        {
            call.Lines().Line($"{Measures.Count(reply.Items.Count, "item", "items")} forgotten; their files stay where they are.");
            Say(call, reply.Findings);
        }

        return ExitCode.Done;
    }
}
