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

    private readonly TopOption top;

    public QueueReportCommand(CommandLineApplication app)
        : base(app, "queue report") =>
        top = new TopOption(app, DefaultTop);

    protected override ExitCode Execute(Invocation call, IPendingQueue queue)
    {
        int shown = top.Value();
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
}
