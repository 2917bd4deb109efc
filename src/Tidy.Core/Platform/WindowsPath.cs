using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Tidy.Core.Platform;

/// <summary>Absolute paths as the Windows kernel takes them.</summary>
internal static class WindowsPath
{
    private const string Prefix = @"\\?\";

    /// <summary>
    /// With <c>\\?\</c> in front a path may be longer than 260 characters, and the name is taken as it is: without it <c>x.</c>
    /// silently becomes <c>x</c> and <c>NUL</c> the null device.
    /// </summary>
    public static string Verbatim(string path)
    {
        string text = path.Replace('/', '\\');
        if (text.StartsWith(Prefix, StringComparison.Ordinal) || text.StartsWith(@"\\.\", StringComparison.Ordinal))
            return text;
        return text.StartsWith(@"\\", StringComparison.Ordinal) ? string.Concat(@"\\?\UNC\", text.AsSpan(2)) : Prefix + text;
    }

    /// <summary>
    /// The one name of an existing folder, however it is spelled: other case, short names, <c>\\?\</c>, substituted drives, links. Null
    /// where it has no drive letter: a mapped network drive keeps the letter that its user knows.
    /// </summary>
    [SupportedOSPlatform("windows")]
    public static unsafe string? FinalOf(string path)
    {
        const int LongestPath = 32768;
        using SafeFileHandle handle = WindowsNative.OpenTarget(Verbatim(path));
        char[] buffer = new char[LongestPath];
        uint length;
        fixed (char* text = buffer)
        {
            length = handle.IsInvalid ? 0 : WindowsNative.GetFinalPathNameByHandleW(handle, text, LongestPath, 0);
        }

        if (length is 0 or >= LongestPath)
            return null;
        string final = new(buffer, 0, (int)length);
        bool hasDrive = final.Length > Prefix.Length + 2 && final.StartsWith(Prefix, StringComparison.Ordinal) && final[Prefix.Length + 1] == ':';
        // What does not survive without the prefix (a folder named "x.") keeps it.
        return hasDrive && final[Prefix.Length..] is var plain ? (Path.GetFullPath(plain) == plain ? plain : final) : null;
    }
}
