using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Metrics;
using Tidy.Core.Settings;

namespace Tidy.Tool.Commands;

internal sealed class MetricsShowCommand(CommandLineApplication app) : MetricsCommand(app)
{
    private readonly CommandOption prometheus = app.Option("--prometheus", "In the older text format of Prometheus, for the textfile collector of node_exporter; default: OpenMetrics", CommandOptionType.NoValue);

    /// <summary>A collector may read it at any moment.</summary>
    public override bool ReplacesOutput => true;

    protected override void Execute(Invocation call, UserSettings settings, IReadOnlyList<WorkspaceFigures> figures)
    {
        if (Common.Output is not { } path)
            Write(call.Data, figures);
        else if (WholeFile.Write(path, writer => Write(writer, figures)) is { } problem)
            throw new TidyException(Codes.Usage, ExitCode.Usage, $"The output file '{path}' cannot be written: {problem}");
    }

    private void Write(TextWriter writer, IReadOnlyList<WorkspaceFigures> figures) =>
        new MetricsText(writer, isOpenMetrics: !prometheus.HasValue()).Write(figures);
}
