using System.Globalization;
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

    public static void Make(string folder) => Make(folder, SampleFiles.Listing("reference-system"));

    /// <param name="listing">
    /// A file with a line for each file, with tabs between: its size, its path; where they matter also the day of its last write, and the
    /// path of an earlier file with the same content.
    /// </param>
    public static void Make(string folder, string listing)
    {
        foreach (string line in File.ReadLines(listing).Where(l => l.Length > 0))
        {
            string[] cells = line.Split('\t');
            string path = Path.Combine(folder, cells[1]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            string block = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cells.ElementAtOrDefault(3) ?? cells[1]))) + "\n";
            int size = (int)Math.Min(long.Parse(cells[0], CultureInfo.InvariantCulture), MaxBytes);
            File.WriteAllText(path, string.Concat(Enumerable.Repeat(block, (size / block.Length) + 1))[..size]);
            string day = cells.ElementAtOrDefault(2) ?? "2025-12-11";
            File.SetLastWriteTimeUtc(path, DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddSeconds(cells[1].Length));
        }
    }

    /// <summary>
    /// What the files hold, wherever they are; two runs that lost nothing have the same. Read by a program that, unlike .NET, takes no lock
    /// and so reads what others hold.
    /// </summary>
    public static IReadOnlyList<string> Contents(string folder) =>
        Programs.Shell($"find '{folder}' -type f -not -path '*/.autonomous_runs/tidy*' -not -name .gitignore -exec sha256sum {{}} + | cut -c1-64 | sort").Split('\n');
}
