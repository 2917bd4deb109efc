using System.Text;
using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Pages.Overviews;
using Tidy.Pages.Page;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

/// <summary>Makes the page of a workspace, or its data.</summary>
/// <remarks>It reads by itself and not through <see cref="Invocation.Engine"/>: with the overview in that port, every start would load the pages.</remarks>
internal sealed class ReportCommand : TidyCommand
{
    /// <summary>A page with so many has about four megabytes and is quick to open on a phone.</summary>
    private const int DefaultTop = 10_000;

    private readonly TopOption top;

    public ReportCommand(CommandLineApplication app)
        : base(app) =>
        top = new TopOption(app, DefaultTop);

    public override ExitCode Execute(Invocation call)
    {
        int shown = top.Value();
        OutputFormat format = Common.HasFormat ? call.Format : OutputFormat.Html;
        if (format is not (OutputFormat.Html or OutputFormat.Json))
            throw Invocation.NoSuchFormat("html, json");
        if (format == OutputFormat.Html && Common.Output is null && call.Console.OutIsTerminal)
            throw new TidyException(Codes.Usage, ExitCode.Usage, "A page is nothing to read on a terminal. Say where it goes, e.g. --output tidy-report.html.");
        WorkspaceOverview overview = new OverviewReader(call.Root, call.Config([]), RunServices.ForThisMachine()).Read(shown, ToolVersion.Text);
        call.Data.Write(format == OutputFormat.Html ? OverviewPage.Report(overview).Html : Encoding.UTF8.GetString(OverviewJson.Bytes(overview, indented: true).Span) + "\n");
        if (Common is { Output: { } file, Quiet: false })
            call.Console.Error.Write($"Written: {SafeText.Visible(file)}\n");
        return ExitCode.Done;
    }
}
