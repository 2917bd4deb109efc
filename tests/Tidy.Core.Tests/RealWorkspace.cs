using System.Security.Cryptography;
using System.Text;

namespace Tidy.Core.Tests;

/// <summary>
/// The workspace of the reference system as it was on 2025-12-11: 587 real names and sizes (cut to 4 KiB), each file with content of its
/// own, so that a lost or mixed-up one shows.
/// </summary>
public static class RealWorkspace
{
    private const int MaxBytes = 4096;

    private static readonly string Listing = Path.Combine(AppContext.BaseDirectory, "Fixtures", "workspaces", "autopack.tsv");

    public static void Make(string folder)
    {
        foreach (string line in File.ReadLines(Listing).Where(l => l.Length > 0))
        {
            string[] cells = line.Split('\t', 2);
            string path = Path.Combine(folder, cells[1]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            string block = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cells[1]))) + "\n";
            int size = (int)Math.Min(long.Parse(cells[0]), MaxBytes);
            File.WriteAllText(path, string.Concat(Enumerable.Repeat(block, (size / block.Length) + 1))[..size]);
            File.SetLastWriteTimeUtc(path, new DateTime(2025, 12, 11, 0, 0, 0, DateTimeKind.Utc).AddSeconds(cells[1].Length));
        }
    }

    /// <summary>
    /// What the files hold, wherever they are; two runs that lost nothing have the same. Read by a program that, unlike .NET, takes no lock
    /// and so reads what others hold.
    /// </summary>
    public static IReadOnlyList<string> Contents(string folder) =>
        Programs.Shell($"find '{folder}' -type f -not -path '*/.autonomous_runs/tidy*' -not -name .gitignore -exec sha256sum {{}} + | cut -c1-64 | sort").Split('\n');
}
