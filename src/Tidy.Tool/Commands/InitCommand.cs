using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Builds;
using Tidy.Core.Configuration;
using Tidy.Core.Workspaces;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

/// <summary>Writes a first <c>tidy.json</c>, shows what it would move, and lets builds apply it.</summary>
internal sealed class InitCommand : RunningCommand
{
    private readonly CommandOption presets;

    public InitCommand(CommandLineApplication app)
        : base(app) =>
        presets = app.Option("--preset <NAME>", $"Built-in rules to begin with (may be repeated; default: dotnet, agents): {HelpText.Presets}", CommandOptionType.MultipleValue);

    public override ExitCode Execute(Invocation call)
    {
        if (Common.Config is not null)
            throw new TidyException(Codes.Usage, ExitCode.Usage, "init writes the tidy.json of the workspace; --config has no meaning for it.");
        string file = SafeText.Visible(Path.Combine(call.Root.FullPath, WorkspaceRoot.ConfigFileName));
        bool isWritten = call.Engine.WriteConfig(call.Root, Presets());
        Say(call, isWritten ? $"Wrote {file}. It is yours to change, and to commit." : $"{file} is already there: left as it is.");
        TidyConfig config = call.Config([]);
        ExitCode exit = Run(call, Request(RunCommand.Plan, call, config), Policy());
        if (exit == ExitCode.Done)
            AllowBuilds(call, config);
        return exit;
    }

    private string[] Presets() => presets.HasValue() ? [.. CommonOptions.Split(presets).Distinct(StringComparer.Ordinal)] : Invocation.DefaultPresets;

    private static void AllowBuilds(Invocation call, TidyConfig config)
    {
        call.Engine.AllowBuilds(call.Root);
        Say(call, $"From now on builds with Tidy.Build apply in this clone, to files older than {Duration.Format(config.BuildMinAge)}.");
        Say(call, $"To have them only report, delete {WorkspacePath.StateFolder}/{BuildConsent.FileName}.");
    }

    private static void Say(Invocation call, string line)
    {
        if (!call.Common.Quiet)
            call.Console.Error.Write(line + "\n");
    }
}
