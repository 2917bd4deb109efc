using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Configuration;

namespace Tidy.Tool.Commands;

/// <summary>A run that plans by the rules: plan, apply, verify.</summary>
internal abstract class PlanningCommand : RunningCommand
{
    private readonly CommandOption presets;
    private readonly CommandOption minAge;
    private readonly BuildOptions build;

    protected PlanningCommand(CommandLineApplication app)
        : base(app)
    {
        presets = app.Option("--preset <NAME>", $"Rules to use without a tidy.json (may be repeated; default: dotnet, agents): {HelpText.Presets}", CommandOptionType.MultipleValue);
        minAge = app.Option("--min-age <TIME>", "Leave alone what was written more recently, e.g. 30d, 24h, 5m; default: 0s", CommandOptionType.SingleValue);
        build = new BuildOptions(app);
    }

    protected bool IsAutomatic => build.IsAutomatic;

    protected List<string> Presets() => CommonOptions.Split(presets);

    /// <exception cref="TidyException">An option has no valid value.</exception>
    protected RunRequest PlanningRequest(RunCommand command, Invocation call, TidyConfig config) =>
        build.AddTo(Request(command, call, config) with { MinAge = MinAge(command, config) });

    /// <summary>Verify answers the same whoever asks: in a fresh clone every file is young.</summary>
    private TimeSpan MinAge(RunCommand command, TidyConfig config)
    {
        if (minAge.Value() is not { } text)
            return IsAutomatic && command != RunCommand.Verify ? config.BuildMinAge : TimeSpan.Zero;
        return Duration.TryParse(text, out TimeSpan age)
            ? age
            : throw new TidyException(Codes.Usage, ExitCode.Usage, $"'{text}' is no time for --min-age. {Duration.ValidValues}");
    }
}
