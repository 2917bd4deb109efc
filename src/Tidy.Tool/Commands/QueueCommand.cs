using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Locking;
using Tidy.Core.Planning;
using Tidy.Core.Queue;
using Tidy.Tool.Engine;
using Tidy.Tool.Json;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

/// <summary>A command that works on the pending queue.</summary>
/// <param name="name">As the JSON output tells it: <c>queue list</c>.</param>
internal abstract class QueueCommand(CommandLineApplication app, string name) : TidyCommand(app)
{
    public override ExitCode Execute(Invocation call) =>
        Execute(call, call.Engine.OpenQueue(call.Root, call.Config([]), Common.GivenLockTimeout ?? QueueLock.DefaultTimeout));

    protected abstract ExitCode Execute(Invocation call, IPendingQueue queue);

    protected void WriteJson(Invocation call, IReadOnlyList<PendingMove>? items = null, QueueStats? stats = null, IReadOnlyList<Finding>? findings = null, ExitCode exit = ExitCode.Done)
    {
        PendingJson[]? rows = items is null ? null : [.. items.Select(PendingJson.Of)];
        FindingJson[]? notes = findings is null ? null : [.. findings.Select(FindingJson.Of)];
        ToolJson.WriteObject(call.Data, new QueueAnswerJson(RunJson.Version, name, rows, stats is null ? null : StatsJson.Of(stats), notes) { ExitCode = (int)exit });
    }

    /// <summary>What the queue has to say besides its answer goes to the person, not into the data.</summary>
    protected static void Say(Invocation call, IReadOnlyList<Finding> findings)
    {
        ILines lines = Lines.For(call.Console.Error, color: false);
        foreach (Finding finding in findings)
            FindingText.WriteOne(lines, finding);
    }

    protected static PendingStatus StatusOf(string word) => WireNames.StatusOf(word)
        ?? throw new TidyException(Codes.Usage, ExitCode.Usage, $"There is no status '{word}'. Valid values are {WireNames.AllPendingStatuses}.");
}
