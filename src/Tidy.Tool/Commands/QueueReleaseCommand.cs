using McMaster.Extensions.CommandLineUtils;
using Tidy.Core.Queue;
using Tidy.Tool.Engine;

namespace Tidy.Tool.Commands;

internal sealed class QueueReleaseCommand(CommandLineApplication app) : QueueChangeCommand(app, "queue release")
{
    protected override string Done => "Released";

    protected override IReadOnlyList<PendingMove> Change(IPendingQueue queue, IReadOnlyList<string> named) => queue.Release(named);
}
