using Tidy.Core.Holders;
using Tidy.Core.Platform;

namespace Tidy.Core;

/// <summary>What a run needs from the machine. Tests replace one of them to play a fault or a clock.</summary>
public sealed record RunServices
{
    public required IOsFiles Files { get; init; }

    public required IProcesses Processes { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The git program: a name on PATH, or a path.</summary>
    public string Git { get; init; } = "git";

    public static RunServices ForThisMachine() => new() { Files = OsFiles.Current, Processes = Holders.Processes.Current };
}
