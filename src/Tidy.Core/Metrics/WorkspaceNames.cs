using System.Security.Cryptography;
using System.Text;

namespace Tidy.Core.Metrics;

/// <summary>
/// What metrics call a workspace: the name that a person gave it, else eight hex digits that stay the same as long as it stays where it is. Never its
/// path, which may tell of customers and people.
/// </summary>
public static class WorkspaceNames
{
    /// <param name="fullPath">Of the workspace, which may be gone.</param>
    /// <param name="given">For the paths of workspaces, by a person.</param>
    public static string Of(string fullPath, IEnumerable<NamedWorkspace> given) =>
        given.FirstOrDefault(n => n.IsAt(fullPath))?.Name ?? HashOf(fullPath);

    private static string HashOf(string fullPath)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(fullPath));
        return Convert.ToHexStringLower(hash.AsSpan(..4));
    }
}
