using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;

namespace Tidy.Tool.Commands;

/// <summary>
/// The other process of the demo: keeps a file open, as a program that still writes its log does, until whoever started it
/// closes its stdin. If that one dies, stdin ends as well: no holder is left behind.
/// </summary>
internal sealed class DemoHoldCommand : TidyCommand
{
    private readonly CommandArgument path;

    public DemoHoldCommand(CommandLineApplication app)
        : base(app) =>
        path = app.Argument("PATH", "The file to hold");

    public override ExitCode Execute(Invocation call)
    {
        string file = path.Value ?? throw new TidyException(Codes.Usage, ExitCode.Usage, "Name the file to hold.");
        using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        call.Data.Write("held\n");
        call.Data.Flush();
        using Stream input = Console.OpenStandardInput();
        while (input.ReadByte() >= 0)
        {
            // Nothing is said; only the end counts.
        }

        return ExitCode.Done;
    }
}
