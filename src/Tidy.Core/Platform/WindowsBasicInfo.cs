using System.Runtime.InteropServices;

namespace Tidy.Core.Platform;

/// <summary><c>FILE_BASIC_INFO</c>: four times (FILETIME; when set, 0 leaves the time as it is) and the attribute bits.</summary>
[StructLayout(LayoutKind.Explicit, Size = 40)]
internal struct WindowsBasicInfo
{
    [FieldOffset(0)] public long Created;
    [FieldOffset(8)] public long Accessed;
    [FieldOffset(16)] public long Written;
    [FieldOffset(24)] public long Changed;
    [FieldOffset(32)] public uint Attributes;
}
