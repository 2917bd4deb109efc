using System.Runtime.InteropServices;

namespace Tidy.Core.Holders;

/// <summary><c>RM_PROCESS_INFO</c> of the Restart Manager; the process id comes first, names and states follow.</summary>
[StructLayout(LayoutKind.Explicit, Size = 668)]
internal struct WindowsUsingProcess
{
    [FieldOffset(0)] public int ProcessId;
}
