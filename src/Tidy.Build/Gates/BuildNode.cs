using System.Diagnostics;
using Microsoft.Build.Framework;
using Tidy.Build.Calls;

namespace Tidy.Build.Gates;

/// <summary>The process in which the engine runs a call. It may serve one build after the other.</summary>
internal readonly struct BuildNode(int processId, long startedTicks, bool isNewToBuild)
{
    public int ProcessId { get; } = processId;

    /// <summary>Start time as UTC <see cref="DateTime.Ticks"/>.</summary>
    public long StartedTicks { get; } = startedTicks;

    /// <summary>No call of this build, in this workspace, asked in this process before.</summary>
    public bool IsNewToBuild { get; } = isNewToBuild;

    /// <summary>The engine forgets at the end of each build what was registered for its length, in each process by itself.</summary>
    public static BuildNode Of(IBuildEngine4 engine, BuildWorkspace workspace)
    {
        string key = "Tidy.Build " + workspace.Root;
        bool isNew = engine.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is null;
        if (isNew)
            engine.RegisterTaskObject(key, key, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        using var process = Process.GetCurrentProcess();
        return new BuildNode(process.Id, process.StartTime.ToUniversalTime().Ticks, isNew);
    }
}
