using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Builds;

/// <summary>
/// A person's word, given in one clone, that builds may move files there and not only report them: a file of Tidy's own state, so it is
/// never committed.
/// </summary>
public static class BuildConsent
{
    public const string FileName = "build-consent";

    /// <summary>Somebody said so.</summary>
    public static bool IsGiven(WorkspaceRoot root, IOsFiles files) => files.Stat(root.State(FileName), out _).IsOk;

    /// <summary>Says so, if it was not said yet; that costs one look.</summary>
    /// <exception cref="TidyException">It cannot be written, or a link is in the way.</exception>
    public static void Give(WorkspaceRoot root, IOsFiles files, TimeProvider clock)
    {
        if (IsGiven(root, files))
            return;
        StateFolder.Ensure(root, files);
        new StateFile(root, root.State(FileName), clock, files).Overwrite(
            "A person ran 'dotnet tidy apply' or 'dotnet tidy init' in this clone, so that builds apply too. Delete this file to have builds only report.\n"u8);
    }
}
