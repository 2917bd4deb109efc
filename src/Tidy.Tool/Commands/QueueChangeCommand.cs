using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Queue;
using Tidy.Tool.Engine;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

/// <summary>A command that changes the items that are named: hold, release, drop.</summary>
internal abstract class QueueChangeCommand : QueueCommand
{
    private readonly CommandArgument ids;

    protected QueueChangeCommand(CommandLineApplication app, string name)
        : base(app, name) =>
        ids = app.Argument("ID", "Items: their ids, the beginnings of them, or the files' paths", multipleValues: true);

    /// <summary>What happened, e.g. "On hold".</summary>
    protected abstract string Done { get; }

    protected abstract QueueAnswer Change(IPendingQueue queue, IReadOnlyList<string> named);

    protected override ExitCode Execute(Invocation call, IPendingQueue queue)
    {
        string[] named = [.. ids.Values.OfType<string>()];
        if (named.Length == 0)
            throw new TidyException(Codes.Usage, ExitCode.Usage, "Name at least one item; 'dotnet tidy queue list' shows the ids.");
        bool json = call.IsJson();
        QueueAnswer reply = Change(queue, named);
        if (json)
        {
            WriteJson(call, reply.Items, findings: reply.Findings);
        }
        else
        {
            WriteText(call.Lines(), reply.Items);
            Say(call, reply.Findings);
        }

        return ExitCode.Done;
    }

    private void WriteText(ILines lines, IReadOnlyList<PendingMove> changed)
    {
        if (changed.Count == 0)
            lines.Line("Nothing to change.");
        foreach (PendingMove item in changed)
            lines.Line($"{Done}: {item.Id} {SafeText.Visible(item.Source.Value)}");
    }
}
