using Tidy.Core.Queue;
using McMaster.Extensions.CommandLineUtils;
using Tidy.Tool.Engine;

namespace Tidy.Tool.Commands;

internal sealed class QueueDropCommand(CommandLineApplication app) : QueueChangeCommand(app, "queue drop")
{
    protected override string Done => "Forgotten, the file stays where it is";

    protected override QueueAnswer Change(IPendingQueue queue, IReadOnlyList<string> named) => queue.Drop(named);
}
