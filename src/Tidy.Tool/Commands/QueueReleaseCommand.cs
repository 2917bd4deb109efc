using Tidy.Core.Queue;
using McMaster.Extensions.CommandLineUtils;
using Tidy.Tool.Engine;

namespace Tidy.Tool.Commands;

internal sealed class QueueReleaseCommand(CommandLineApplication app) : QueueChangeCommand(app, "queue release")
{
    protected override string Done => "Released";

    protected override QueueAnswer Change(IPendingQueue queue, IReadOnlyList<string> named) => queue.Release(named);
}
