using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Explaining;
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
        ExplainedPath asked = ExplainedPath.Parse(InWorkspace(call.Root, text));
        Explanation explanation = call.Engine.Explain(call.Root, config, asked);
        if (json)
            ToolJson.WriteObject(call.Data, ExplanationJson.Of(explanation));
        else
            new ExplanationText(call.Lines(), explanation, call.Console.Clock.GetUtcNow()).Write(call.Common.Verbose);
        return ExitCode.Done;
    }

    /// <summary>A path that exists seen from the current folder is meant so; otherwise it is relative to the workspace.</summary>
    private static string InWorkspace(WorkspaceRoot root, string text)
    {
        string fromHere = Path.GetFullPath(text);
        if (!Path.Exists(fromHere))
            return text;
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(fromHere));
        string? folder = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(fromHere));
        // The last name is not followed, were it a link: the link itself is meant. The root is a folder of its own.
        string? relative = root.RelativeFolder(fromHere) is "" ? "." : root.RelativeFolder(folder ?? fromHere) switch
        {
            null => null,
            "" => name,
            var inside => $"{inside}/{name}",
        };
        return relative ?? text;
    }
}
