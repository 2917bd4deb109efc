using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;

namespace Tidy.Tool.Commands;

/// <summary>One command: its constructor declares options and arguments, <see cref="Execute"/> reads them.</summary>
internal abstract class TidyCommand(CommandLineApplication app)
{
    public CommonOptions Common { get; } = new(app);

    public abstract ExitCode Execute(Invocation call);
}
