using Microsoft.Build.Framework;
using Tidy.Build.Calls;

namespace Tidy.Build.Gates;

/// <summary>
/// Tells one build of a workspace from the next: the node that asks first holds a file until its build ends, and while it is held all
/// calls are of that build. Nothing else tells a task which build it belongs to.
/// </summary>
/// <remarks>
/// The engine disposes what a task registered for the length of a build before the build's own process ends, on each of its nodes, whether
/// they stay for the next build or not. Asked under the start lock.
/// </remarks>
internal static class OpenBuild
{
    private const string Name = "build.open";

    /// <returns>This call is the first of its build that asks.</returns>
    public static bool IsNew(BuildWorkspace workspace, IBuildEngine4 engine)
    {
        string key = "Tidy.Build " + workspace.Root;
        if (engine.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is not null || TryHold(workspace) is not { } held)
            return false;
        engine.RegisterTaskObject(key, held, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        return true;
    }

    /// <returns>Null when another node of this build holds it, or one of a build at the same time.</returns>
    private static FileStream? TryHold(BuildWorkspace workspace)
    {
        try
        {
            return new FileStream(workspace.State(Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
