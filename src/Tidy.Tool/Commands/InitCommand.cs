using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Builds;
using Tidy.Core.Configuration;
using Tidy.Core.Setup;
using Tidy.Core.Workspaces;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

/// <summary>Looks at the repository, writes a first <c>tidy.json</c> with a schema for editors, shows what it would move, and lets builds apply it.</summary>
internal sealed class InitCommand : RunningCommand
{
    private readonly CommandOption presets;
    private readonly CommandOption yes;

    public InitCommand(CommandLineApplication app)
        : base(app)
    {
        presets = app.Option("--preset <NAME>", $"Built-in rules to begin with (may be repeated; default: those that fit what is there): {HelpText.Presets}", CommandOptionType.MultipleValue);
        yes = app.Option("-y|--yes", "Write without asking; without it the command asks on a terminal, and else only shows what it would write", CommandOptionType.NoValue);
    }

    public override ExitCode Execute(Invocation call)
    {
        if (Common.Config is not null)
            throw new TidyException(Codes.Usage, ExitCode.Usage, "init writes the tidy.json of the workspace; --config has no meaning for it.");
        SetupProposal found = call.Engine.ProposeSetup(call.Root, Presets());
        if (found.Config is null)
            call.Config([]); // a mistake in the one that is there is told before anything is written
        bool isAgreed = yes.HasValue();
        if ((isAgreed ? found : SetupQuestion.Agree(call, found, out isAgreed)) is not { } proposal)
            return ExitCode.Cancelled;
        Write(call, proposal);
        TidyConfig config = call.Config([]);
        ExitCode exit = Run(call, Request(RunCommand.Plan, call, config) with { Tracked = proposal.Tracked }, Policy());
        if (exit == ExitCode.Done && !proposal.BuildsMayApply)
            TellAboutBuilds(call, config, isAgreed);
        return exit;
    }

    private string[]? Presets() => presets.HasValue() ? [.. CommonOptions.Split(presets).Distinct(StringComparer.Ordinal)] : null;

    private void Write(Invocation call, SetupProposal proposal)
    {
        bool isWritten = proposal.Files.Count > 0 && call.Engine.WriteSetup(call.Root, proposal, Common.LockTimeout);
        string file = SafeText.Visible(Path.Combine(call.Root.FullPath, WorkspaceRoot.ConfigFileName));
        Say(call, isWritten ? $"Wrote {file} with the presets {string.Join(", ", proposal.Presets)}. It is yours to change, and to commit." : $"{file} is already there: left as it is.");
        if (proposal.WritesSchema)
            Say(call, $"Wrote {SchemaFile.Name}, by which editors help with it. Commit it too.");
        else if (proposal.Schema == SchemaState.NotOurs)
            Say(call, $"{SchemaFile.Name} is not Tidy's, or behind a link: left as it is, so editors get no help with tidy.json.");
    }

    private static void TellAboutBuilds(Invocation call, TidyConfig config, bool isAgreed)
    {
        if (!isAgreed)
        {
            Say(call, "Builds with Tidy.Build only report in this clone; 'dotnet tidy init --yes' or 'dotnet tidy apply' lets them move files.");
            return;
        }

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
