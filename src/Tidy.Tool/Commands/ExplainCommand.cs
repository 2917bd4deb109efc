using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;
using Tidy.Tool.Json;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class ExplainCommand : TidyCommand
{
    private readonly CommandArgument path;
    private readonly CommandOption presets;

    public ExplainCommand(CommandLineApplication app)
        : base(app)
    {
        path = app.Argument("PATH", "A file or folder, relative to the workspace or to the current folder");
        presets = app.Option("--preset <NAME>", $"Rules to use without a tidy.json (may be repeated; default: dotnet, agents): {HelpText.Presets}", CommandOptionType.MultipleValue);
    }

    public override ExitCode Execute(Invocation call)
    {
        string text = path.Value ?? throw new TidyException(Codes.Usage, ExitCode.Usage, "Name the file to explain: dotnet tidy explain PATH.");
        bool json = call.IsJson();
        List<string> names = CommonOptions.Split(presets);
        TidyConfig config = call.Config(names);
        call.SayIfDefault(config, names);
        WorkspacePath file = InWorkspace(call, text);
        Explanation explanation = call.Engine.Explain(call.Root, config, file);
        if (json)
            ToolJson.WriteObject(call.Data, ExplanationJson.Of(explanation));
        else
            new ExplanationText(call.Lines(), explanation).Write(call.Console.Clock.GetUtcNow());
        return ExitCode.Done;
    }

    /// <summary>A path that exists seen from the current folder is meant so; otherwise it is relative to the workspace.</summary>
    private static WorkspacePath InWorkspace(Invocation call, string text)
    {
        string fromHere = Path.GetFullPath(text);
        if (Path.Exists(fromHere) && Path.GetDirectoryName(fromHere) is { } folder)
        {
            string real = Path.Combine(WorkspaceRoot.At(folder).FullPath, Path.GetFileName(fromHere));
            string relative = Path.GetRelativePath(call.Root.FullPath, real).Replace(Path.DirectorySeparatorChar, '/');
            if (WorkspacePath.TryParse(relative, out WorkspacePath? found, out _))
                return found;
        }

        return WorkspacePath.TryParse(text, out WorkspacePath? path, out string? problem)
            ? path
            : throw new TidyException(Codes.PathRefused, ExitCode.Usage, $"The path '{text}' is refused: it {problem}.");
    }
}
