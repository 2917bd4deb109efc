using Tidy.Core.Queue;
using McMaster.Extensions.CommandLineUtils;
using Tidy.Tool.Engine;

namespace Tidy.Tool.Commands;

internal sealed class QueueHoldCommand(CommandLineApplication app) : QueueChangeCommand(app, "queue hold")
{
    protected override string Done => "On hold";

    protected override QueueAnswer Change(IPendingQueue queue, IReadOnlyList<string> named) => queue.Hold(named);
}
