using System.Runtime.InteropServices;

namespace Tidy.Core.Platform;

/// <summary><c>struct proc_bsdinfo</c> of libproc (sys/proc_info.h); only the fields that are used.</summary>
[StructLayout(LayoutKind.Explicit, Size = 136)]
internal unsafe struct MacProcessInfo
{
    /// <summary>SZOMB is 5.</summary>
    [FieldOffset(4)] public uint Status;
    [FieldOffset(16)] public uint ParentProcessId;

    /// <summary>pbi_comm: at most 15 bytes of the name, NUL-terminated.</summary>
    [FieldOffset(48)] public fixed byte ShortName[16];

    /// <summary>pbi_name: at most 31 bytes.</summary>
    [FieldOffset(64)] public fixed byte Name[32];
    [FieldOffset(120)] public ulong StartSeconds;
    [FieldOffset(128)] public ulong StartMicroseconds;
}
