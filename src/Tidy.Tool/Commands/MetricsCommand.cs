using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Metrics;
using Tidy.Core.Planning;
using Tidy.Core.Settings;
using Tidy.Core.Workspaces;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

/// <summary>A command about the figures of one workspace or of several.</summary>
internal abstract class MetricsCommand(CommandLineApplication app) : TidyCommand(app)
{
    private readonly CommandOption name = app.Option("--name <NAME>", "What metrics call the workspace; default: its name in settings.json, else eight hex digits", CommandOptionType.SingleValue);

    private readonly CommandOption registered = app.Option("--registered", "All workspaces that the schedule serves", CommandOptionType.NoValue);

    public override ExitCode Execute(Invocation call)
    {
        call.RequireText();
        if (Common.Config is not null)
            throw new TidyException(Codes.Usage, ExitCode.Usage, "--config has no meaning for metrics: they are about what was done with a workspace's own tidy.json.");
        UserSettings settings = call.Engine.ReadSettings();
        IReadOnlyList<WorkspaceFigures> figures = Measure(call, settings);
        Execute(call, settings, figures);
        return Common.Strict && figures.Any(f => f.State is null) ? ExitCode.Findings : ExitCode.Done;
    }

    protected abstract void Execute(Invocation call, UserSettings settings, IReadOnlyList<WorkspaceFigures> figures);

    private List<WorkspaceFigures> Measure(Invocation call, UserSettings settings)
    {
        IReadOnlyList<string> folders = Folders(call);
        List<WorkspaceFigures> all = [];
        foreach (string folder in folders)
        {
            WorkspaceFigures figures = Measure(call, folder, settings, folders.Count == 1);
            if (all.Exists(f => f.Name == figures.Name))
                throw new TidyException(Codes.Usage, ExitCode.Usage, $"Two workspaces are called '{figures.Name}', so their metrics could not be told apart. Name each once, in \"telemetry\" of settings.json.");
            all.Add(figures);
            Say(call, folder, figures);
        }

        return all;
    }

    private IReadOnlyList<string> Folders(Invocation call)
    {
        if (!registered.HasValue())
            return Common.Workspaces.Count > 1 ? Common.Workspaces : [call.Root.FullPath];
        return call.Engine.RegisteredWorkspaces() is { Count: > 0 } all
            ? [.. Common.Workspaces.Select(Path.GetFullPath).Union(all)]
            : throw new TidyException(Codes.Usage, ExitCode.Usage, "No workspace is registered, so there is nothing for --registered. In a workspace, 'dotnet tidy schedule install' registers it.");
    }

    private WorkspaceFigures Measure(Invocation call, string folder, UserSettings settings, bool isOnly)
    {
        string given = GivenName(isOnly) ?? "";
        try
        {
            WorkspaceRoot root = WorkspaceRoot.At(folder);
            string called = given.Length > 0 ? given : WorkspaceNames.Of(root.FullPath, settings.Telemetry.Workspaces);
            return call.Engine.Measure(root, called);
        }
        catch (DirectoryNotFoundException e)
        {
            string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
            return new WorkspaceFigures(WorkspaceNames.Of(full, settings.Telemetry.Workspaces), call.Console.Clock.GetUtcNow(), State: null)
            {
                Problem = new TidyException(Codes.Usage, ExitCode.Usage, e.Message, e),
            };
        }
    }

    private string? GivenName(bool isOnly)
    {
        if (name.Value() is not { } text)
            return null;
        if (!isOnly)
            throw new TidyException(Codes.Usage, ExitCode.Usage, "--name is for one workspace; name several in \"telemetry\" of settings.json.");
        return NamedWorkspace.IsName(text) ? text : throw new TidyException(Codes.Usage, ExitCode.Usage, $"'{text}' is no name for --name. {NamedWorkspace.ValidNames}");
    }

    private static void Say(Invocation call, string folder, WorkspaceFigures figures)
    {
        if (figures.Problem is { } problem)
            FindingText.WriteOne(Lines.For(call.Console.Error, color: false), new Finding(Codes.WorkspaceUnmeasured, FindingLevel.Warning, folder, $"its metrics are tidy_up 0 and nothing else: {problem.Message}"));
    }
}
