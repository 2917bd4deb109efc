using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Queue;
using Tidy.Tool.Engine;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class QueueArchiveCommand : QueueCommand
{
    private const string DefaultAge = "30d";
    private const int ItemsShown = 50;

    private readonly CommandOption olderThan;

    public QueueArchiveCommand(CommandLineApplication app)
        : base(app, "queue archive") =>
        olderThan = app.Option("--older-than <TIME>", $"Only items first seen at least so long ago, e.g. 7d, 24h; default: {DefaultAge}", CommandOptionType.SingleValue);

    protected override ExitCode Execute(Invocation call, IPendingQueue queue)
    {
        string text = olderThan.Value() ?? DefaultAge;
        TimeSpan age = Duration.TryParse(text, out TimeSpan span)
            ? span
            : throw new TidyException(Codes.Usage, ExitCode.Usage, $"'{text}' is no time for --older-than. {Duration.ValidValues}");
        bool json = call.IsJson();
        QueueAnswer reply = queue.Archive(age);
        if (json)
        {
            WriteJson(call, reply.Items, findings: reply.Findings);
        }
        else
        {
            WriteText(call, reply.Items, age);
            Say(call, reply.Findings);
        }

        return ExitCode.Done;
    }

    private static void WriteText(Invocation call, IReadOnlyList<PendingMove> archived, TimeSpan age)
    {
        ILines lines = call.Lines();
        if (archived.Count == 0)
        {
            lines.Line($"Nothing to archive: no item that was abandoned or needs a person was first seen {Duration.Format(age)} ago or longer.");
            return;
        }

        int shown = call.Common.Verbose ? archived.Count : Math.Min(archived.Count, ItemsShown);
        for (int i = 0; i < shown; i++)
            lines.Line($"Archived: {archived[i].Id} {SafeText.Visible(archived[i].Source.Value)} ({WireNames.Of(archived[i].Status)})");
        if (shown < archived.Count)
            lines.Line($"… and {archived.Count - shown} more (--verbose lists them)", Tone.Faint);
        lines.Line($"{Measures.Count(archived.Count, "item is", "items are")} now in the queue's history only; the files stay where they are.");
    }
}
