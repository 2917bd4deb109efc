using System.Runtime.InteropServices;
using System.Text;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>Makes entries of any kind and under any name, through the system calls: .NET knows only names that are text.</summary>
internal sealed partial class RawFolder(byte[] path)
{
    private const uint Pipe = 0x1000, CharacterDevice = 0x2000, Socket = 0xC000; // S_IFIFO, S_IFCHR, S_IFSOCK
    private const int WriteOnly = 1, Create = 0x40, Exclusive = 0x80, CurrentDirectory = -100;
    private const ulong NullDevice = 0x103; // makedev(1, 3): /dev/null

    public RawFolder(string path)
        : this(Encoding.UTF8.GetBytes(path))
    {
    }

    public RawFolder File(byte[] name, byte[] content)
    {
        int descriptor = open(At(name), WriteOnly | Create | Exclusive, 0x1A4);
        Check(descriptor, name);
        Check((int)write(descriptor, content, (nuint)content.Length), name);
        Check(close(descriptor), name);
        return this;
    }

    public RawFolder File(string name, string content) => File(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(content));

    /// <summary>Makes it if it is not there yet.</summary>
    public RawFolder Folder(byte[] name)
    {
        if (mkdir(At(name), 0x1ED) < 0 && Marshal.GetLastPInvokeError() != 17) // EEXIST
            Check(-1, name);
        return new RawFolder([.. path, (byte)'/', .. name]);
    }

    public RawFolder Folder(string name) => Folder(Encoding.UTF8.GetBytes(name));

    public RawFolder Link(byte[] name, byte[] target)
    {
        Check(symlink([.. target, 0], At(name)), name);
        return this;
    }

    public RawFolder Link(string name, string target) => Link(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(target));

    public RawFolder MakePipe(string name) => MakePipe(Encoding.UTF8.GetBytes(name));

    public RawFolder MakePipe(byte[] name) => Node(name, Pipe);

    public RawFolder MakeSocket(string name) => Node(Encoding.UTF8.GetBytes(name), Socket);

    /// <summary>Only root may.</summary>
    public RawFolder MakeDevice(string name) => Node(Encoding.UTF8.GetBytes(name), CharacterDevice);

    public RawFolder Mode(string name, uint mode)
    {
        Check(chmod(At(Encoding.UTF8.GetBytes(name)), mode), Encoding.UTF8.GetBytes(name));
        return this;
    }

    /// <summary>Folders in each other, deeper than any path may be long.</summary>
    public void Deep(byte[] name, int depth, string fileAtTheEnd)
    {
        int at = open([.. path, 0], 0, 0);
        for (int i = 0; i < depth; i++)
        {
            Check(mkdirat(at, [.. name, 0], 0x1ED), name);
            int below = openat(at, [.. name, 0], 0, 0);
            Check(close(at), name);
            at = below;
        }

        int descriptor = openat(at, [.. Encoding.UTF8.GetBytes(fileAtTheEnd), 0], WriteOnly | Create | Exclusive, 0x1A4);
        Check(descriptor, name);
        _ = close(descriptor);
        _ = close(at);
    }

    private RawFolder Node(byte[] name, uint kind)
    {
        Check(mknodat(CurrentDirectory, At(name), kind | 0x1A4, kind == CharacterDevice ? NullDevice : 0), name);
        return this;
    }

    private byte[] At(byte[] name) => [.. path, (byte)'/', .. name, 0];

    private static void Check(int result, byte[] name)
    {
        int error = Marshal.GetLastPInvokeError();
        if (result < 0)
            throw new AssertFailedException($"the test could not make {Encoding.Latin1.GetString(name)}: {Marshal.GetPInvokeErrorMessage(error)}");
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int open(byte[] path, int flags, uint mode);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int openat(int folder, byte[] path, int flags, uint mode);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int descriptor, byte[] bytes, nuint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int mkdir(byte[] path, uint mode);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int mkdirat(int folder, byte[] path, uint mode);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int symlink(byte[] target, byte[] path);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int mknodat(int folder, byte[] path, uint mode, ulong device);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int chmod(byte[] path, uint mode);
}
