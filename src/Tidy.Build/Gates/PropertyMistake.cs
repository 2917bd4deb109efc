using Microsoft.Build.Framework;
using Tidy.Build.Calls;

namespace Tidy.Build.Gates;

/// <summary>
/// A value that a property cannot have. It is the same for each project, so the first call that finds it fails the build, and the others go on.
/// </summary>
internal static class PropertyMistake
{
    /// <summary>Nodes find it at the same moment, and each has the lock for a few milliseconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <returns>False when this build has said it already; true also when nobody can tell.</returns>
    public static bool IsNew(string message, BuildWorkspace workspace, IBuildEngine4 engine)
    {
        IDisposable? held = null;
        SpinWait.SpinUntil(() => (held = StartLock.TryTake(workspace)) is not null, Patience);
        using (held)
        {
            if (held is null)
                return true;
            var memory = BuildMemory.Load(workspace, OpenBuild.IsNew(workspace, engine));
            bool isFirst = memory.IsFirstTime(message);
            memory.Save();
            return isFirst;
        }
    }
}
