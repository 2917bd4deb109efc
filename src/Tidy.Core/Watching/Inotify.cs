using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using static Tidy.Core.Platform.LinuxNative;

namespace Tidy.Core.Watching;

/// <summary>One inotify(7) instance. .NET's own watcher is not used because it passes on no close, and a close is what releases a file.</summary>
[SupportedOSPlatform("linux")]
internal sealed unsafe partial class Inotify : IDisposable
{
    public const uint CloseWrite = 0x8, CloseNoWrite = 0x10, MovedFrom = 0x40, MovedTo = 0x80, Create = 0x100, Delete = 0x200, DeleteSelf = 0x400, MoveSelf = 0x800,
        Unmount = 0x2000, Overflow = 0x4000, Ignored = 0x8000, OnlyFolder = 0x1000000, NoFollow = 0x2000000, ExceptUnlinked = 0x4000000, AddToMask = 0x20000000;

    public const int ENOSPC = 28;

    private const int NonBlock = 0x800, CloseOnExec = 0x80000; // of inotify_init1 and of eventfd alike
    private const int BufferSize = 64 * 1024;
    private const int EventSize = 16;

    private readonly int descriptor;
    private readonly int wake;
    private readonly byte[] buffer = new byte[BufferSize];

    private Inotify(int descriptor, int wake) => (this.descriptor, this.wake) = (descriptor, wake);

    public delegate void Listener(int watch, uint mask, ReadOnlySpan<byte> name);

    /// <returns>Null, and the errno on this thread: there are too many instances already (EMFILE), or the kernel has none.</returns>
    public static Inotify? TryOpen()
    {
        int opened = inotify_init1(NonBlock | CloseOnExec);
        if (opened < 0)
            return null;
        int counter = eventfd(0, NonBlock | CloseOnExec);
        if (counter >= 0)
            return new Inotify(opened, counter);
        int errno = Marshal.GetLastPInvokeError();
        _ = close(opened);
        Marshal.SetLastPInvokeError(errno);
        return null;
    }

    /// <returns>The watch, the same one for the same file under whatever name; or the negative errno.</returns>
    public int Add(string path, uint mask)
    {
        int watch = inotify_add_watch(descriptor, path, mask);
        return watch >= 0 ? watch : -Marshal.GetLastPInvokeError();
    }

    public void Remove(int watch) => _ = inotify_rm_watch(descriptor, watch);

    /// <summary>Passes on all that is there, without waiting.</summary>
    public void Read(Listener listener)
    {
        fixed (byte* start = buffer)
        {
            nint length;
            while ((length = read(descriptor, start, BufferSize)) > 0)
                PassOn(buffer.AsSpan(0, (int)length), listener);
        }
    }

    /// <summary>Sleeps until something happens, the time is up or <see cref="Wake"/> is called. May come back earlier, when a signal arrived.</summary>
    /// <param name="milliseconds">-1 is for ever.</param>
    public void Sleep(int milliseconds)
    {
        PollEntry* both = stackalloc PollEntry[2];
        both[0] = new PollEntry { Descriptor = descriptor, Wanted = 1 }; // POLLIN
        both[1] = new PollEntry { Descriptor = wake, Wanted = 1 };
        _ = poll(both, 2, milliseconds);
    }

    /// <summary>Ends every sleep from now on; on any thread.</summary>
    public void Wake()
    {
        ulong one = 1;
        _ = write(wake, (byte*)&one, sizeof(ulong));
    }

    public void Dispose()
    {
        _ = close(descriptor);
        _ = close(wake);
    }

    /// <summary>struct inotify_event: watch, mask, cookie and length of the name, which is padded with NUL.</summary>
    private static void PassOn(ReadOnlySpan<byte> events, Listener listener)
    {
        while (events.Length >= EventSize)
        {
            int length = MemoryMarshal.Read<int>(events[12..]);
            ReadOnlySpan<byte> name = events.Slice(EventSize, length);
            int end = name.IndexOf((byte)0);
            listener(MemoryMarshal.Read<int>(events), MemoryMarshal.Read<uint>(events[4..]), end < 0 ? name : name[..end]);
            events = events[(EventSize + length)..];
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int inotify_init1(int flags);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int inotify_add_watch(int descriptor, string path, uint mask);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int inotify_rm_watch(int descriptor, int watch);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int eventfd(uint count, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int descriptor, byte* buffer, nuint size);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int poll(PollEntry* entries, nuint count, int milliseconds);

    /// <summary>struct pollfd; what happened, its last two bytes, the next read tells as well.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 8)]
    private struct PollEntry
    {
        public int Descriptor;
        public short Wanted;
    }
}
