namespace Tidy.Core.Tests;

/// <summary>Makes real repositories with the git of this machine.</summary>
public static class GitRepository
{
    /// <summary>Runs git in a folder and returns its output.</summary>
    public static string Git(string folder, params string[] arguments) => Programs.Run(
        "git",
        ["-C", folder, "-c", "user.name=t", "-c", "user.email=t@t", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false", .. arguments]).Trim();

    /// <summary>Makes a repository in which git tracks these files.</summary>
    public static void InitAndAdd(string folder, params string[] files)
    {
        Git(folder, "init", "-q");
        if (files.Length > 0)
            Git(folder, ["add", "--", .. files]);
    }

    public static void Commit(string folder, string message = "m")
    {
        Git(folder, "add", "-A");
        Git(folder, "commit", "-q", "--allow-empty", "-m", message);
    }
}
