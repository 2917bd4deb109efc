using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Tool.Engine;

/// <summary>The engine on this machine: the one place where the command line meets <c>Tidy.Core</c>'s parts.</summary>
internal sealed class MachineEngine : IEngine
{
    public TidyConfig ReadConfig(string path) => throw NotComposed();

    public TidyConfig FromPresets(IReadOnlyList<string> names) => throw NotComposed();

    public RunResult Run(RunRequest request, IRunObserver observer, CancellationToken cancellation) => throw NotComposed();

    public IPendingQueue OpenQueue(WorkspaceRoot root, TidyConfig config, TimeSpan lockTimeout) => throw NotComposed();

    public IReadOnlyList<RunSummary> History(WorkspaceRoot root) => throw NotComposed();

    public RunDetails? ShowRun(WorkspaceRoot root, string runId) => throw NotComposed();

    public PathExplanation Explain(WorkspaceRoot root, TidyConfig config, WorkspacePath path) => throw NotComposed();

    public IReadOnlyList<PathUse> FindUse(IReadOnlyList<string> paths, InUsePolicy policy) => throw NotComposed();

    /// <summary>The parts are written on other branches; composing them here is the merge's first step.</summary>
    private static TidyException NotComposed() =>
        new(Codes.Unexpected, ExitCode.Unexpected, "This build of the tool has no engine in it.");
}
