using System.Text;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Git;

/// <summary>Project, props and targets files in folders of the workspace that git neither tracks yet nor ignores: a build uses them before anybody commits them.</summary>
/// <param name="Paths">Workspace paths; none outside a repository.</param>
/// <param name="Problem">Why git could not tell, or null.</param>
internal sealed record NewProjectFiles(IReadOnlyList<string> Paths, string? Problem)
{
    /// <summary>Git looks through all folders that it does not ignore: about 50 ms for 2500 of them.</summary>
    /// <param name="program">Name on the PATH or absolute path of git.</param>
    public static NewProjectFiles Ask(WorkspaceRoot root, string program, TimeSpan timeout)
    {
        if (GitFolder.DotGit(root) is null)
            return new NewProjectFiles([], null);
        string[] arguments =
        [
            .. TrackedFiles.ListFiles(root), "--others", "--exclude-standard", "--", .. ProjectFile.Endings.Select(ending => $":(icase)*{ending}"),
        ];
        var (output, problem) = new GitProgram(program, timeout).Run(arguments);
        string[] paths = Encoding.UTF8.GetString(output ?? []).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return new NewProjectFiles([.. paths.Where(p => p.Contains('/') && ProjectFile.Is(p))], problem);
    }
}
