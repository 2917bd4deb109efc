using System.Security.Cryptography;
using System.Text;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Queue;

/// <summary>The short name of a pending move, as the reference system computes it.</summary>
public static class PendingMoveId
{
    /// <summary>The first 16 hex digits of SHA-256 of <c>src|dest|action</c>, the paths in lower case and with <c>/</c>.</summary>
    public static string Compute(WorkspacePath source, WorkspacePath destination, string action) =>
        Hash($"{Fold(source)}|{Fold(destination)}|{action}");

    /// <summary>For an item whose usual id belongs to another one (<c>Foo.txt</c> beside <c>foo.txt</c>): hashes the exact case.</summary>
    /// <param name="round">0 first; counts up while even that id is taken.</param>
    internal static string ComputeExact(PendingMove item, int round)
    {
        string text = $"{item.Source}|{item.Destination}|{item.Action}";
        return Hash(round == 0 ? text : $"{text}|{round}");
    }

    private static string Fold(WorkspacePath path) => path.Value.Replace('\\', '/').ToLowerInvariant();

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
