namespace Tidy.Core.Git;

/// <summary>How git sees a file, or a folder by what is in it.</summary>
public enum GitState
{
    /// <summary>New to git: it would be added. So is every file outside a repository.</summary>
    Untracked,

    /// <summary>Git leaves it out of sight.</summary>
    Ignored,
    Tracked,
}
