using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Tool.Engine;

/// <summary>All that the command line asks of the engine. Tests play one through this.</summary>
internal interface IEngine
{
    /// <exception cref="TidyException">The file cannot be read or is not valid.</exception>
    TidyConfig ReadConfig(string path);

    /// <exception cref="TidyException">There is no preset of that name.</exception>
    TidyConfig FromPresets(IReadOnlyList<string> names);

    RunResult Run(RunRequest request, IRunObserver observer, CancellationToken cancellation);

    IPendingQueue OpenQueue(WorkspaceRoot root, TidyConfig config, TimeSpan lockTimeout);

    /// <summary>The runs that left a folder, newest first.</summary>
    IReadOnlyList<RunSummary> History(WorkspaceRoot root);

    /// <summary>What one run did, or null when there is no such run.</summary>
    RunDetails? ShowRun(WorkspaceRoot root, string runId);

    PathExplanation Explain(WorkspaceRoot root, TidyConfig config, WorkspacePath path);

    /// <summary>Who holds these files or folders; absolute paths, in the order given.</summary>
    IReadOnlyList<PathUse> FindUse(IReadOnlyList<string> paths, InUsePolicy policy);
}
