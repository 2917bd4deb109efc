namespace Tidy.Core.Configuration;

/// <summary>What happens to a stray file that git tracks (<c>git.tracked</c>).</summary>
public enum TrackedFilesPolicy
{
    Keep,

    /// <summary>It is moved like any other.</summary>
    Move,
}
