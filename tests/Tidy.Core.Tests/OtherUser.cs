using System.Runtime.InteropServices;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>Does file work with the rights of an ordinary user, also where the tests run as root (which no mode bits stop).</summary>
internal static partial class OtherUser
{
    private const int Nobody = 65534;

    /// <summary>The user that <see cref="Do"/> works as: the current one, unless that is root.</summary>
    public static uint Id => IsRoot ? Nobody : Geteuid();

    private static bool IsRoot => Geteuid() == 0;

    public static void GiveTo(string path, uint owner) => Assert.AreEqual(0, Lchown(path, owner, owner));

    public static T Do<T>(Func<T> work)
    {
        if (!IsRoot)
            return work();
        T result = default!;
        // Both calls change one thread only, and the thread ends with the work.
        Thread thread = new(() =>
        {
            _ = Setfsuid(Nobody);
            DropCapabilities();
            result = work();
        });
        thread.Start();
        thread.Join();
        return result;
    }

    /// <summary>setfsuid takes away what has to do with modes, not the right to a lease on any file (CAP_LEASE).</summary>
    private static void DropCapabilities()
    {
        const uint Version3 = 0x20080522; // _LINUX_CAPABILITY_VERSION_3: version, thread; then twice effective, permitted, inheritable
        if (Capset([Version3, 0], new uint[6]) != 0)
            throw new InvalidOperationException("capset failed");
    }

    [LibraryImport("libc", EntryPoint = "capset")]
    private static partial int Capset(uint[] header, uint[] none);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint Geteuid();

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int Setfsuid(uint user);

    [LibraryImport("libc", EntryPoint = "lchown", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Lchown(string path, uint owner, uint group);
}
