using System.Globalization;
using System.Text.RegularExpressions;

namespace Tidy.Reliability.Tests.Sweeps;

/// <summary>One system call that a traced process made: the point of a sweep.</summary>
/// <param name="Name">As strace has it.</param>
/// <param name="Number">The n-th of that name in its thread, from 1: what strace calls <c>when=N</c>.</param>
/// <param name="Line">What strace printed of it, for messages.</param>
internal sealed partial record SystemCall(string Name, int Number, string Line)
{
    /// <summary>
    /// What changes a file system. Killed at its beginning, a process leaves what it would have left at any call since the change before it.
    /// </summary>
    public static IReadOnlyList<string> Changing { get; } =
    [
        "openat", "mkdir", "rmdir", "unlink", "rename", "renameat", "renameat2", "link", "symlink", "write", "pwrite64", "pwritev", "ftruncate", "fallocate",
        "chmod", "fchmod", "fchown", "utimensat", "fsetxattr", "copy_file_range", "sendfile",
    ];

    /// <summary>What can fail: what changes a file system, what makes a change last, what takes a lock, and what only looks.</summary>
    public static IReadOnlyList<string> Failing { get; } =
    [
        .. Changing, "fsync", "fdatasync", "flock", "newfstatat", "statx", "fstat", "lstat", "stat", "access", "readlink", "getdents64", "read", "pread64",
        "lseek", "fcntl", "getxattr", "listxattr",
    ];

    public override string ToString() => $"{Name} number {Number}: {Line}";

    /// <summary>The calls in a log of <c>strace -f -y</c> that are about files in <paramref name="folder"/>; of its opens those that could make a file, or all.</summary>
    public static IReadOnlyList<SystemCall> In(IEnumerable<string> log, string folder, bool withReads)
    {
        Dictionary<(string Thread, string Name), int> made = [];
        List<SystemCall> calls = [];
        foreach (Match match in log.Select(l => Call().Match(l)).Where(m => m.Success))
        {
            (string thread, string name, string rest) = (match.Groups["thread"].Value, match.Groups["name"].Value, match.Groups["rest"].Value);
            int number = made[(thread, name)] = made.GetValueOrDefault((thread, name)) + 1;
            string paths = CurrentFolder().Replace(rest, "");
            if (paths.Contains(folder, StringComparison.Ordinal) && (withReads || name != "openat" || Creates(rest)))
                calls.Add(new SystemCall(name, number, string.Create(CultureInfo.InvariantCulture, $"{name}({rest[..Math.Min(rest.Length, 200)]}")));
        }

        return [.. calls.DistinctBy(c => (c.Name, c.Number))];
    }

    private static bool Creates(string call) => call.Contains("O_CREAT", StringComparison.Ordinal) || call.Contains("O_TRUNC", StringComparison.Ordinal);

    /// <summary>strace tells it of every call that could need it, also where the path is absolute.</summary>
    [GeneratedRegex(@"AT_FDCWD<[^>]*>")]
    private static partial Regex CurrentFolder();

    /// <summary>A call that another thread's interrupts the line of is begun once: <c>resumed</c> lines are its end.</summary>
    [GeneratedRegex(@"^(?<thread>\d+) +(?<name>\w+)\((?<rest>.*)$")]
    private static partial Regex Call();
}
