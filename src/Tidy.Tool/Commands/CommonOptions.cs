using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

/// <summary>The options that every command has, and how they are read.</summary>
internal sealed class CommonOptions(CommandLineApplication app)
{
    private const string Formats = "text, json, jsonl, markdown, github, azure, msbuild, sarif";
    private static readonly string Phases = string.Join(", ", TidyRun.PhaseNames);

    private readonly CommandOption workspace = app.Option("-w|--workspace <DIR>", "The workspace; default: found from the current folder up", CommandOptionType.MultipleValue);
    private readonly CommandOption config = app.Option("--config <FILE>", "The configuration; default: tidy.json of the workspace", CommandOptionType.SingleValue);
    private readonly CommandOption phase = app.Option("--phase <NAME>", $"Only these phases (may be repeated): {Phases}", CommandOptionType.MultipleValue);
    private readonly CommandOption format = app.Option("--format <FORMAT>", $"{Formats}; default: text, or what the CI system or the build reads that runs it", CommandOptionType.SingleValue);
    private readonly CommandOption output = app.Option("-o|--output <FILE>", "Write the data to a file instead of stdout", CommandOptionType.SingleValue);
    private readonly CommandOption quiet = app.Option("-q|--quiet", "Only what needs attention, and the last line", CommandOptionType.NoValue);
    private readonly CommandOption verbose = app.Option("-v|--verbose", "All names, and stack traces of unexpected errors", CommandOptionType.NoValue);
    private readonly CommandOption noColor = app.Option("--no-color", "No colours and no progress (also: the variable NO_COLOR)", CommandOptionType.NoValue);
    private readonly CommandOption lockTimeout = app.Option("--lock-timeout <TIME>", "How long to wait for another run, e.g. 500ms, 30s, 5m; default: 30s, for the queue 5s", CommandOptionType.SingleValue);
    private readonly CommandOption allowPending = app.Option("--allow-pending", "Exit code 0 instead of 3 when files are queued", CommandOptionType.NoValue);
    private readonly CommandOption strict = app.Option("--strict", "Queued files and warnings count as findings", CommandOptionType.NoValue);

    public bool Quiet => quiet.HasValue();

    public bool Verbose => verbose.HasValue();

    public bool NoColor => noColor.HasValue();

    public bool AllowPending => allowPending.HasValue();

    public bool Strict => strict.HasValue();

    /// <exception cref="TidyException">There are several.</exception>
    public string? Workspace => Workspaces.Count <= 1
        ? workspace.Value()
        : throw new TidyException(Codes.Usage, ExitCode.Usage, "This command is for one workspace: give --workspace once.");

    /// <summary>For commands that take several.</summary>
    public IReadOnlyList<string> Workspaces => [.. workspace.Values.OfType<string>()];

    public string? Config => config.Value();

    public string? Output => output.Value();

    /// <exception cref="TidyException">It is not a duration.</exception>
    public TimeSpan LockTimeout => GivenLockTimeout ?? TimeSpan.FromSeconds(30);

    /// <summary>Null unless one was given: each lock has its own default.</summary>
    /// <exception cref="TidyException">It is not a duration.</exception>
    public TimeSpan? GivenLockTimeout => lockTimeout.Value() is { } text ? ShortTime.Parse(text, "--lock-timeout") : null;

    /// <summary>Named phases, or null for all.</summary>
    /// <exception cref="TidyException">There is no such phase.</exception>
    public IReadOnlyList<string>? PhaseNames()
    {
        if (!phase.HasValue())
            return null;
        string[] known = Phases.Split(", ");
        List<string> names = Split(phase);
        return names.Find(n => !known.Contains(n)) is not { } unknown
            ? names
            : throw new TidyException(Codes.Usage, ExitCode.Usage, $"There is no phase '{unknown}'. Valid values are {Phases}.");
    }

    /// <param name="usual">When none is given. A file of <c>--output</c> is read by people first: it gets text.</param>
    /// <exception cref="TidyException">There is no such format.</exception>
    public OutputFormat FormatOr(OutputFormat usual)
    {
        if (format.Value() is not { } word)
            return Output is null ? usual : OutputFormat.Text;
        return Format(word) ?? throw new TidyException(Codes.Usage, ExitCode.Usage, $"There is no format '{word}'. Valid values are {Formats}.");
    }

    public static OutputFormat? Format(string word) => word switch
    {
        "text" => OutputFormat.Text,
        "json" => OutputFormat.Json,
        "jsonl" => OutputFormat.JsonLines,
        "markdown" => OutputFormat.Markdown,
        "github" => OutputFormat.GitHub,
        "azure" => OutputFormat.Azure,
        "msbuild" => OutputFormat.MSBuild,
        "sarif" => OutputFormat.Sarif,
        _ => null,
    };

    /// <summary>Whether the argument after this one belongs to it; <c>--name=value</c> carries its own.</summary>
    public static bool TakesValue(string option) =>
        option is "--workspace" or "-w" or "--config" or "--phase" or "--format" or "--output" or "-o" or "--lock-timeout"
            or "--plan" or "--plan-out" or "--preset" or "--status" or "--timeout" or "--top" or "--older-than"
            or "--report" or "--min-age" or "--build-gate" or "--protect-from"
            or "--name" or "--backend" or "--at" or "--started-by";

    /// <summary>The values of an option that may be repeated and may hold several with commas.</summary>
    public static List<string> Split(CommandOption option)
    {
        var values = new List<string>();
        foreach (string? value in option.Values)
            values.AddRange((value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return values;
    }
}
