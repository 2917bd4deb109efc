using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;

namespace Tidy.Tool.Commands;

internal sealed class RetryCommand : RunningCommand
{
    private readonly CommandArgument ids;
    private readonly CommandOption all;
    private readonly BuildOptions build;

    public RetryCommand(CommandLineApplication app)
        : base(app)
    {
        ids = app.Argument("ID", "Items to try, as 'queue list' shows them; default: all pending ones", multipleValues: true);
        all = app.Option("--all", "Also items that need a person or were abandoned", CommandOptionType.NoValue);
        build = new BuildOptions(app);
    }

    public override ExitCode Execute(Invocation call)
    {
        if (all.HasValue() && ids.Values.Count > 0)
            throw new TidyException(Codes.Usage, ExitCode.Usage, "Name items or use --all, not both.");
        // A retry plans no new moves: the rules do not matter, so a workspace without a configuration needs none.
        RunRequest request = build.AddTo(Request(RunCommand.Retry, call, call.Config([])));
        return Run(call, request with { RetryAll = all.HasValue(), RetryIds = Values(ids) }, Policy());
    }

    private static List<string> Values(CommandArgument argument) => [.. argument.Values.OfType<string>()];
}
