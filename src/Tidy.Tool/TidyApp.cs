using System.Reflection;
using McMaster.Extensions.CommandLineUtils;
using McMaster.Extensions.CommandLineUtils.Abstractions;
using Tidy.Core;
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
        var target = new FailureTarget(console, console.Out, words.Name) { Format = words.Format };
        ExitCode exit = Failures.Guard(target, () => Run(words, target));
        console.Out.Flush();
        return exit;
    }

    private ExitCode Run(CommandWords words, FailureTarget target)
    {
        CommandLineApplication app = CommandTable.Register(NewApplication(), words.Entry, out TidyCommand? command);
        ParseResult parsed = app.Parse(words.Arguments);
        if (command is null || parsed.SelectedCommand.IsShowingInformation)
            return ShowHelp(parsed.SelectedCommand);
        using var output = OutputFile.Open(command.Common.Output, console.Out);
        var call = new Invocation(engine, console, command.Common)
        {
            Data = output.Writer,
            Format = command.Common.FormatOrText(),
            Cancellation = cancellation,
        };
        var inner = target with { Data = output.Writer, Verbose = command.Common.Verbose, Root = () => call.KnownRoot };
        return Failures.Guard(inner, () => command.Execute(call));
    }

    private CommandLineApplication NewApplication()
    {
        var app = new CommandLineApplication
        {
            Name = "dotnet tidy",
            Description = "Moves stray files of a repository where its rules say, and never loses one.",
            ExtendedHelpText = HelpText.Extended,
            Out = console.Out,
            Error = console.Error,
        };
        app.HelpOption("-?|-h|--help", inherited: true);
        app.VersionOption("--version", Version);
        return app;
    }

    /// <summary>Help was printed by the parser; a group without a command has to be asked.</summary>
    private static ExitCode ShowHelp(CommandLineApplication selected)
    {
        if (!selected.IsShowingInformation)
            selected.ShowHelp(usePager: false);
        return ExitCode.Done;
    }

    private static string Version() =>
        typeof(TidyApp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
