namespace Tidy.Core.Platform;

/// <summary>Absolute paths as the Windows kernel takes them.</summary>
internal static class WindowsPath
{
    /// <summary>
    /// With <c>\\?\</c> in front a path may be longer than 260 characters, and the name is taken as it is: without it <c>x.</c>
    /// silently becomes <c>x</c> and <c>NUL</c> the null device.
    /// </summary>
    public static string Verbatim(string path)
    {
        string text = path.Replace('/', '\\');
        if (text.StartsWith(@"\\?\", StringComparison.Ordinal) || text.StartsWith(@"\\.\", StringComparison.Ordinal))
            return text;
        return text.StartsWith(@"\\", StringComparison.Ordinal) ? string.Concat(@"\\?\UNC\", text.AsSpan(2)) : @"\\?\" + text;
    }
}
