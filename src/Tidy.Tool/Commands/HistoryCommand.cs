using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Journal;
using Tidy.Tool.Json;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class HistoryCommand : TidyCommand
{
    private const int RunsShown = 30;

    private readonly CommandArgument run;

    public HistoryCommand(CommandLineApplication app)
        : base(app) =>
        run = app.Argument("RUN", "Show what this run did; default: list the runs");

    public override ExitCode Execute(Invocation call)
    {
        OutputFormat format = call.TextJsonOrMarkdown();
        IReadOnlyList<RunRecord> runs = call.Engine.History(call.Root);
        if (run.Value is { } id)
            Show(call, format, RunHistory.Find(runs, id));
        else
            List(call, format, [.. runs.Reverse()]);
        return ExitCode.Done;
    }

    private static void Show(Invocation call, OutputFormat format, RunRecord record)
    {
        var past = new PastRun(record, call.Engine.ReadReport(call.Root, record.Id));
        if (format == OutputFormat.Json)
            ToolJson.WriteObject(call.Data, HistoryJson.OfRun(past));
        else if (format == OutputFormat.Markdown)
            new HistoryMarkdown(call.Data, call.Console.Clock.GetUtcNow()).WriteRun(past);
        else
            new HistoryText(call.Lines(), call.Console.Clock.GetUtcNow()).WriteRun(past);
    }

    private static void List(Invocation call, OutputFormat format, IReadOnlyList<RunRecord> runs)
    {
        if (format == OutputFormat.Json)
            ToolJson.WriteObject(call.Data, HistoryJson.OfList(runs));
        else if (format == OutputFormat.Markdown)
            new HistoryMarkdown(call.Data, call.Console.Clock.GetUtcNow()).WriteList(runs);
        else
            new HistoryText(call.Lines(), call.Console.Clock.GetUtcNow()).WriteList(runs, call.Common.Verbose ? runs.Count : RunsShown);
    }
}
