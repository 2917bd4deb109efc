using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Workspaces;
using Tidy.Tool.Engine;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

/// <summary>One call of a command: the engine, the console, where data goes, and the options that all commands share.</summary>
internal sealed record Invocation(IEngine Engine, ToolConsole Console, CommonOptions Common)
{
    private WorkspaceRoot? root;

    /// <summary>Stdout, or the file of <c>--output</c>.</summary>
    public required TextWriter Data { get; init; }

    public required OutputFormat Format { get; init; }

    /// <summary>The file of <c>--report</c>, or null.</summary>
    public ReportFile? Report { get; init; }

    public CancellationToken Cancellation { get; init; }

    public bool Color => Common is { NoColor: false, Output: null } && Console is { OutIsTerminal: true, AllowsColor: true };

    /// <exception cref="TidyException">The folder of <c>--workspace</c> does not exist.</exception>
    public WorkspaceRoot Root => root ??= FindRoot();

    /// <summary>The workspace if it was found already.</summary>
    public WorkspaceRoot? KnownRoot => root;

    public ILines Lines() => Rendering.Lines.For(Data, Color);

    public ReportTarget ReportTarget() => new(Common.NoColor ? Console with { ErrorIsTerminal = false } : Console, Data, Format)
    {
        Root = Root,
        Quiet = Common.Quiet,
        Verbose = Common.Verbose,
        Color = Color,
    };

    /// <summary>The configuration, with presets where there is none.</summary>
    /// <param name="presets">Those of <c>--preset</c>.</param>
    /// <param name="required">What a person has to decide when there is neither; null: the default presets do.</param>
    public TidyConfig Config(IReadOnlyList<string> presets, string? required = null)
    {
        WorkspaceRoot workspace = Root; // found first: a mistake in the configuration is named as seen from it
        string file = Common.Config ?? Path.Combine(workspace.FullPath, WorkspaceRoot.ConfigFileName);
        if (Common.Config is not null || File.Exists(file))
        {
            return presets.Count == 0
                ? Engine.ReadConfig(file)
                : throw new TidyException(Codes.Usage, ExitCode.Usage, $"--preset is for workspaces without a configuration; here '{file}' says which presets are used (\"extends\").");
        }

        if (presets.Count > 0)
            return Engine.FromPresets(presets);
        if (required is not null)
            throw new TidyException(Codes.Usage, ExitCode.Usage, required);
        return Engine.FromPresets(Preset.Defaults);
    }

    /// <summary>Says that there is no configuration, when there is none.</summary>
    public void SayIfDefault(TidyConfig config, IReadOnlyList<string> presets)
    {
        if (config.File is null && presets.Count == 0 && !Common.Quiet)
            Console.Error.Write($"No tidy.json in {Root}: using the presets {string.Join(" and ", Preset.Defaults)}; 'dotnet tidy init' writes one.\n");
    }

    /// <summary>For commands that have only these two formats.</summary>
    /// <exception cref="TidyException">Another one was asked for.</exception>
    public bool IsJson() => Format switch
    {
        OutputFormat.Text => false,
        OutputFormat.Json => true,
        _ => throw NoSuchFormat("text, json"),
    };

    /// <summary>For commands that have only these three formats.</summary>
    /// <exception cref="TidyException">Another one was asked for.</exception>
    public OutputFormat TextJsonOrMarkdown() =>
        Format is OutputFormat.Text or OutputFormat.Json or OutputFormat.Markdown ? Format : throw NoSuchFormat("text, json, markdown");

    /// <summary>For commands whose text is for programs already.</summary>
    /// <exception cref="TidyException">Another format was asked for.</exception>
    public void RequireText()
    {
        if (Format != OutputFormat.Text)
            throw NoSuchFormat("text");
    }

    /// <param name="valid">Those that the command has.</param>
    public static TidyException NoSuchFormat(string valid) => new(Codes.Usage, ExitCode.Usage, $"This command has no such format. Valid values are {valid}.");

    private WorkspaceRoot FindRoot()
    {
        try
        {
            return Common.Workspace is { } folder ? WorkspaceRoot.At(folder) : WorkspaceRoot.Find(Directory.GetCurrentDirectory());
        }
        catch (Exception e) when (e is DirectoryNotFoundException or ArgumentException)
        {
            throw new TidyException(Codes.Usage, ExitCode.Usage, e.Message, e);
        }
    }
}
