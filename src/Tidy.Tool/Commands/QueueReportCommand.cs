using System.Globalization;
using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Reports;
using Tidy.Tool.Engine;
using Tidy.Tool.Json;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class QueueReportCommand : QueueCommand
{
    private const int DefaultTop = 10;

    private readonly CommandOption top;

    public QueueReportCommand(CommandLineApplication app)
        : base(app, "queue report") =>
        top = app.Option("--top <N>", $"Show so many items; default: {DefaultTop}", CommandOptionType.SingleValue);

    protected override ExitCode Execute(Invocation call, IPendingQueue queue)
    {
        int shown = Top();
        OutputFormat format = call.TextJsonOrMarkdown();
        QueueReport report = queue.Report(shown);
        switch (format)
        {
            case OutputFormat.Json:
                ToolJson.WriteObject(call.Data, QueueReportJson.Of(report));
                return ExitCode.Done;
            case OutputFormat.Markdown:
                new QueueReportMarkdown(call.Data).Write(report);
                break;
            default:
                new QueueReportText(call.Lines()).Write(report);
                break;
        }

        Say(call, report.Findings);
        return ExitCode.Done;
    }

    private int Top()
    {
        if (top.Value() is not { } text)
            return DefaultTop;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new TidyException(Codes.Usage, ExitCode.Usage, $"'{text}' is no number of items for --top. Valid values are 0 or more, e.g. 25.");
    }
}
