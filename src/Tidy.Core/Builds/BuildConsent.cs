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

    /// <summary>Says so, if it was not said yet; that costs one look.</summary>
    /// <exception cref="TidyException">It cannot be written, or a link is in the way.</exception>
    public static void Give(WorkspaceRoot root, IOsFiles files, TimeProvider clock)
    {
        string path = root.State(FileName);
        if (files.Stat(path, out _).IsOk)
            return;
        StateFolder.Ensure(root, files);
        new StateFile(root, path, clock, files).Overwrite(
            "A person ran 'dotnet tidy apply' or 'dotnet tidy init' in this clone, so that builds apply too. Delete this file to have builds only report.\n"u8);
    }
}
