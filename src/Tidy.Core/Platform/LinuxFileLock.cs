using System.Runtime.InteropServices;

namespace Tidy.Core.Platform;

/// <summary><c>struct flock</c> of fcntl(2). All zero but the type means: a lock of this type on the whole file.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LinuxFileLock
{
    public short Type;
    public short Whence;
    public nint Start;
    public nint Length;

    /// <summary>Must be 0 when asking about open-file-description locks.</summary>
    public int ProcessId;
}
