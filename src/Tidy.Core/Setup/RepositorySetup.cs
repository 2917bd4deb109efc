using System.Text;
using Tidy.Core.Builds;
using Tidy.Core.Configuration;
using Tidy.Core.Locking;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Setup;

/// <summary>Looks at a repository and makes it a first <c>tidy.json</c>, with a schema for editors.</summary>
/// <param name="version">Of the tool.</param>
public sealed class RepositorySetup(WorkspaceRoot root, RunServices services, string version)
{
    private readonly SchemaFile schema = new(root, services, version);

    /// <summary>Writes nothing.</summary>
    /// <param name="presets">Those that a person wants; null: those that fit what is there.</param>
    /// <exception cref="TidyException">There is no such preset, or <c>tidy.json</c> is no file.</exception>
    public SetupProposal Propose(IReadOnlyList<string>? presets)
    {
        Preset.RequireKnown(presets ?? []);
        SetupProposal proposal = new() { Schema = schema.State(), BuildsMayApply = BuildConsent.IsGiven(root, services.Files) };
        if (HasConfig())
            return proposal with { IsSchemaNamed = SourceText.Read(root, WorkspaceRoot.ConfigFileName)?.Contains(SchemaFile.Name, StringComparison.Ordinal) ?? false };
        IReadOnlyList<string> chosen = presets ?? new PresetChoice(root, RootListing.Read(root)).Make();
        PlanBuilder plan = Plan(chosen);
        string text = StarterConfig.Text(chosen, AllowProposal.Of(plan), proposal.Schema == SchemaState.NotOurs ? null : SchemaFile.Name);
        return proposal with { Presets = chosen, Config = text, Tracked = plan.Protections.Answer };
    }

    /// <summary>Writes what was proposed, and nothing over anything else. The schema comes first: a <c>tidy.json</c> is the sign that all is done.</summary>
    /// <param name="timeout">For a run that is at work in the workspace.</param>
    /// <returns>Whether <c>tidy.json</c> was written; somebody else may have been quicker.</returns>
    /// <exception cref="TidyException">It cannot be written, or the workspace is busy.</exception>
    public bool Write(SetupProposal proposal, TimeSpan timeout)
    {
        using WorkspaceLock held = WorkspaceLock.Acquire(root, services.Files, services.Clock, timeout, "init");
        NewFile.RemoveLeftovers(root, services.Files);
        if (proposal.WritesSchema)
            schema.Write();
        return proposal.Config is { } text
            && new NewFile(root, services.Files, WorkspacePath.Parse(WorkspaceRoot.ConfigFileName)).Write(Encoding.UTF8.GetBytes(text));
    }

    private PlanBuilder Plan(IReadOnlyList<string> presets)
    {
        TidyConfig config = ConfigReader.FromPresets(presets);
        PendingQueue queue = new QueueStore(root, services.Files, services.Clock, config.Queue).Read().Queue;
        return new Planner(new RunRequest { Command = RunCommand.Plan, Root = root, Config = config }, services).Ask(queue);
    }

    private bool HasConfig()
    {
        string path = Path.Combine(root.FullPath, WorkspaceRoot.ConfigFileName);
        if (!services.Files.Stat(path, out FileStat stat).IsOk)
            return false;
        return stat.Kind is FileKind.File or FileKind.Link
            ? true
            : throw new TidyException(Codes.BadConfig, ExitCode.Usage, $"The configuration '{path}' cannot be written: a folder, or something that is no file, has that name.");
    }
}
