using Tidy.Core.Builds;

namespace Tidy.Build.Calls;

/// <summary>One call of Tidy by a build: which command, with which settings.</summary>
internal sealed class BuildCall(BuildHook hook, TidyMode mode, BuildWorkspace workspace)
{
    public BuildHook Hook { get; } = hook;

    public TidyMode Mode { get; } = mode;

    public BuildWorkspace Workspace { get; } = workspace;

    /// <summary>The property <c>TidyPhases</c>: names with <c>,</c> or <c>;</c> between them.</summary>
    public string? Phases { get; init; }

    /// <summary>The property <c>TidyMinimumAge</c>, e.g. <c>24h</c>.</summary>
    public string? MinimumAge { get; init; }

    public string? ConfigFile { get; init; }

    /// <summary>Absolute path of <c>dotnet-tidy.dll</c>.</summary>
    public string? ToolPath { get; init; }

    /// <summary>Whether this hook has anything to do in this mode at all.</summary>
    public bool Applies => Hook switch
    {
        BuildHook.BeforeBuild => Mode is TidyMode.Apply or TidyMode.Retry,
        BuildHook.AfterBuild => Mode is TidyMode.Apply or TidyMode.Verify or TidyMode.Report,
        _ => Mode is TidyMode.Apply or TidyMode.Verify,
    };

    public string Command => (Hook, Mode) switch
    {
        (BuildHook.BeforeBuild, _) => "retry",
        (_, TidyMode.Verify) => "verify",
        (_, TidyMode.Report) => "plan",
        _ => "apply",
    };

    /// <summary>The question that the gate answers: a call that asks something else cannot go by its answer.</summary>
    public string Key => Hook == BuildHook.BeforeBuild
        ? GateFile.RetryCall
        : string.Join("|", Command, Hook, Phases, MinimumAge, ConfigFile, ToolPath, TaskVersion.Text).Replace("\r", "").Replace("\n", "");

    public string Arguments(string? reportFile)
    {
        var line = new CommandLine();
        line.Add("exec", ToolPath).Add(Command).Add("--workspace", Workspace.Root).Add("--format", "jsonl");
        line.Add("--build-gate", Key).Add("--lock-timeout", "1s").Add("--allow-pending").Add("--config", ConfigFile);
        if (Hook != BuildHook.OnDemand)
            line.Add("--automatic");
        if (Hook != BuildHook.BeforeBuild)
            line.Add("--min-age", MinimumAge).Add("--phase", Phases?.Replace(';', ','));
        return line.Add("--report", reportFile).ToString();
    }
}
