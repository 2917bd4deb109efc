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
        ids = app.Argument("ID", "Items, as 'queue list' shows them", multipleValues: true);

    /// <summary>What happened, e.g. "On hold".</summary>
    protected abstract string Done { get; }

    protected abstract IReadOnlyList<PendingMove> Change(IPendingQueue queue, IReadOnlyList<string> named);

    protected override ExitCode Execute(Invocation call, IPendingQueue queue)
    {
        string[] named = [.. ids.Values.OfType<string>()];
        if (named.Length == 0)
            throw new TidyException(Codes.Usage, ExitCode.Usage, "Name at least one item; 'dotnet tidy queue list' shows the ids.");
        bool json = call.IsJson();
        // Checked before anything changes: with one id mistyped, nothing happens.
        HashSet<string> known = [.. queue.List().Select(i => i.Id)];
        if (named.Where(n => !known.Contains(n)).ToArray() is { Length: > 0 } unknown)
            throw NoSuchItem(unknown);
        IReadOnlyList<PendingMove> changed = Change(queue, named);
        if (json)
            WriteJson(call, changed);
        else
            WriteText(call.Lines(), changed);
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
