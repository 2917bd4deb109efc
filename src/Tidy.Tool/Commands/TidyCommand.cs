using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;

namespace Tidy.Tool.Commands;

/// <summary>One command: its constructor declares options and arguments, <see cref="Execute"/> reads them.</summary>
internal abstract class TidyCommand(CommandLineApplication app)
{
    public CommonOptions Common { get; } = new(app);

    /// <summary>Where a copy of the JSON object goes, for commands that have <c>--report</c>.</summary>
    public virtual string? ReportPath => null;

    /// <summary>It puts the file of <c>--output</c> in place as a whole; others write to it as they go.</summary>
    public virtual bool ReplacesOutput => false;

    public abstract ExitCode Execute(Invocation call);
}
