using System.Runtime.InteropServices;
using Tidy.Core.Tests;

namespace Tidy.Reliability.Tests;

/// <summary>A file system at a folder of the test's own for the length of one test. Only root may mount: others' tests are inconclusive, in CI they fail.</summary>
internal sealed partial class Mount : IDisposable
{
    private Mount(string at) => At = at;

    public string At { get; }

    /// <summary>In memory, of at most <paramref name="size"/> (such as <c>256k</c>).</summary>
    public static Mount Tmpfs(string at, string size) => Make(at, "-t", "tmpfs", "-o", $"size={size}", "tmpfs");

    /// <summary>Shows <paramref name="source"/>, a file or a folder, at <paramref name="at"/> too; a rename between the two is one across file systems (EXDEV).</summary>
    public static Mount Bind(string source, string at) => Make(at, "--bind", source);

    /// <summary>A block device or an image of one (<c>-o loop</c>).</summary>
    public static Mount Image(string image, string at, string options = "loop") => Make(at, "-o", options, image);

    /// <summary>Changes options of what is mounted, such as <c>ro</c>.</summary>
    public void Remount(string options) => Programs.Run("mount", "-o", $"remount,{options}", At);

    /// <summary>The mount goes at once, whoever still has something open in it.</summary>
    public void Dispose() => Programs.Run("umount", "--lazy", At);

    public static void RequireRoot()
    {
        if (Geteuid() == 0)
            return;
        const string Why = "Only root may mount file systems.";
        throw Environment.GetEnvironmentVariable("CI") == "true" ? new AssertFailedException(Why) : new AssertInconclusiveException(Why);
    }

    private static Mount Make(string at, params string[] arguments)
    {
        RequireRoot();
        Programs.Run("mount", [.. arguments, at]);
        return new Mount(at);
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint Geteuid();
}
