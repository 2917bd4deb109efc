using Tidy.Core.Configuration;
using Tidy.Core.Phases;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Watching;

/// <summary>What is asked of one watch.</summary>
public sealed record WatchRequest
{
    public required WorkspaceRoot Root { get; init; }

    /// <summary>In force until <see cref="ReadConfig"/> has another one.</summary>
    public required TidyConfig Config { get; init; }

    /// <summary>Absolute path of the file whose changes are followed; it need not be there.</summary>
    public required string ConfigFile { get; init; }

    /// <summary>Reads the configuration again; a <see cref="TidyException"/> of it is reported, and what was in force stays.</summary>
    public required Func<TidyConfig> ReadConfig { get; init; }

    /// <summary>Names of the phases to carry out, or null for all that are configured.</summary>
    public IReadOnlyList<string>? Phases { get; init; }

    /// <summary>New clutter moves when nothing has been new for so long, and what was written within this time stays.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long one try to get the workspace waits; there is always another one. It also bounds how long a busy watch takes to end.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(2);

    internal bool FollowsQueue => Phases is null || Phases.Contains(RetryPhase.PhaseName, StringComparer.OrdinalIgnoreCase);

    internal bool FollowsClutter => Phases is null || Phases.Any(p => !p.Equals(RetryPhase.PhaseName, StringComparison.OrdinalIgnoreCase));
}
