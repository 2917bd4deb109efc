using System.Globalization;
using System.Net;
using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Tool.Dashboard;

namespace Tidy.Tool.Commands;

/// <summary>Starts the dashboard and stays until it ends: by Ctrl+C, or with the terminal.</summary>
internal sealed class DashboardCommand : TidyCommand
{
    /// <summary>A person waits in front of the page.</summary>
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(10);

    private readonly CommandOption port;
    private readonly CommandOption noOpen;

    public DashboardCommand(CommandLineApplication app)
        : base(app)
    {
        port = app.Option("--port <N>", "Listen at this port of 127.0.0.1; default: any that is free", CommandOptionType.SingleValue);
        noOpen = app.Option("--no-open", "Only print the link, and open no browser", CommandOptionType.NoValue);
    }

    public override ExitCode Execute(Invocation call)
    {
        call.IsJson();
        call.Config([]); // what is wrong with it is said here, with its place, and not in a browser
        using DashboardProcess dashboard = DashboardProcess.Start(call.Root, Common.Config, Port(), Common.GivenLockTimeout ?? LockTimeout);
        TextReader? person = call.Console.Person();
        using LinkFile? file = noOpen.HasValue() || person is null || !call.Console.OutIsTerminal ? null : LinkFile.Make();
        return dashboard.Follow(new DashboardTalk(call.Console, file), person, call.Cancellation);
    }

    private int Port()
    {
        if (port.Value() is not { } text)
            return 0;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= IPEndPoint.MaxPort
            ? number
            : throw new TidyException(Codes.Usage, ExitCode.Usage, $"'{text}' is no port for --port. Valid values are 1 to 65535, and 0 for any that is free.");
    }
}
