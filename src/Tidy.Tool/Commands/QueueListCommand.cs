using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Queue;
using Tidy.Tool.Engine;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class QueueListCommand : QueueCommand
{
    private const int ItemsShown = 50;

    private readonly CommandOption status;

    public QueueListCommand(CommandLineApplication app)
        : base(app, "queue list") =>
        status = app.Option("--status <STATUS>", $"Only items with it: {WireNames.AllPendingStatuses}", CommandOptionType.SingleValue);

    protected override ExitCode Execute(Invocation call, IPendingQueue queue)
    {
        PendingStatus? only = status.Value() is { } word ? StatusOf(word) : null;
        bool json = call.IsJson();
        QueueAnswer reply = queue.List(only);
        if (json)
        {
            WriteJson(call, reply.Items, findings: reply.Findings);
        }
        else
        {
            WriteText(call, reply.Items);
            Say(call, reply.Findings);
        }

        return ExitCode.Done;
    }

    private static void WriteText(Invocation call, IReadOnlyList<PendingMove> items)
    {
        ILines lines = call.Lines();
        if (items.Count == 0)
            lines.Line("The queue is empty.", Tone.Good);
        int shown = call.Common.Verbose ? items.Count : Math.Min(items.Count, ItemsShown);
        DateTimeOffset now = call.Console.Clock.GetUtcNow();
        for (int i = 0; i < shown; i++)
            PendingText.WriteRow(lines, items[i], now);
        if (shown < items.Count)
            lines.Line($"… and {items.Count - shown} more (--verbose lists them)", Tone.Faint);
    }
}
