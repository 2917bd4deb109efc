using McMaster.Extensions.CommandLineUtils;
using McMaster.Extensions.CommandLineUtils.Abstractions;
using Tidy.Core;
using Tidy.Tool.Annotations;
using Tidy.Tool.Commands;
using Tidy.Tool.Engine;
using Tidy.Tool.Rendering;

namespace Tidy.Tool;

/// <summary>The command line: finds the command, builds it, runs it, and tells the exit code.</summary>
internal sealed class TidyApp(IEngine engine, ToolConsole console, CancellationToken cancellation)
{
    public ExitCode Run(IReadOnlyList<string> args)
    {
        CommandWords words = CommandWords.Read(args);
        OutputFormat usual = words.IsRun ? UsualFormat.Of(console) : OutputFormat.Text;
        var target = new FailureTarget(console, console.Out, words.Name) { Format = words.Format ?? usual };
        ExitCode exit = Failures.Guard(target, () => Run(words, target, usual));
        console.Out.Flush();
        return exit;
    }

    private ExitCode Run(CommandWords words, FailureTarget target, OutputFormat usual)
    {
        using var parser = new ParserConsole();
        CommandLineApplication app = CommandTable.Register(NewApplication(parser), words.Entry, out TidyCommand? command);
        ParseResult parsed = app.Parse(words.Arguments);
        if (command is null || parsed.SelectedCommand.IsShowingInformation)
            return ShowHelp(parsed.SelectedCommand, parser);
        ReportFile? report = ReportFile.At(command.ReportPath);
        using var output = OutputFile.Open(command.ReplacesOutput ? null : command.Common.Output, console.Out);
        var call = new Invocation(engine, console, command.Common)
        {
            Data = output.Writer,
            Format = command.Common.FormatOr(usual),
            Report = report,
            Cancellation = cancellation,
        };
        var inner = target with { Data = output.Writer, Format = call.Format, Report = report, Verbose = command.Common.Verbose, Root = () => call.KnownRoot };
        return Failures.Guard(inner, () => command.Execute(call));
    }

    private static CommandLineApplication NewApplication(ParserConsole parser)
    {
        var app = new CommandLineApplication(parser)
        {
            Name = "dotnet tidy",
            Description = "Moves stray files of a repository where its rules say, and never loses one.",
            ExtendedHelpText = HelpText.Extended,
            HelpTextGenerator = new CommandHelp(),
        };
        app.HelpOption("-?|-h|--help", inherited: true);
        app.VersionOption("--version", static () => ToolVersion.Text, static () => ToolVersion.Full);
        return app;
    }

    /// <summary>Help was printed by the parser, unless nothing asked for it: a group without a command.</summary>
    private ExitCode ShowHelp(CommandLineApplication selected, ParserConsole parser)
    {
        if (!selected.IsShowingInformation)
            selected.ShowHelp(usePager: false);
        parser.PassOn(console.Out);
        return ExitCode.Done;
    }
}
