namespace Tidy.Core.Platform;

/// <summary>The raw code inside the exceptions of System.IO, for the few places that read and write through streams.</summary>
public static class OsCodes
{
    private const int Win32Facility = unchecked((int)0x80070000);

    public static OsCode From(Exception exception) => From(exception, OsFiles.Current.Family);

    internal static OsCode From(Exception exception, OsFamily family) =>
        family == OsFamily.Windows ? OnWindows(exception) : OnUnix(exception, family);

    /// <summary>Every HResult is 0x8007 and the Win32 code; without one it is 31 (ERROR_GEN_FAILURE).</summary>
    private static OsCode OnWindows(Exception exception)
    {
        bool isWin32 = (exception.HResult & 0xFFFF0000) == (Win32Facility & 0xFFFF0000);
        return new OsCode(isWin32 ? exception.HResult & 0xFFFF : 31);
    }

    /// <summary>
    /// Only a plain IOException carries the errno. The others carry what Windows would have said: the errno of "unauthorized" is in
    /// its inner exception, the rest mean one errno each. Without any it is EIO.
    /// </summary>
    private static OsCode OnUnix(Exception exception, OsFamily family) => new(exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => 2,
        PathTooLongException => family == OsFamily.MacOS ? 63 : 36,
        UnauthorizedAccessException { InnerException: IOException inner } when IsErrno(inner.HResult) => inner.HResult,
        UnauthorizedAccessException => 13,
        // The run time says so when a write hits the file size limit (EFBIG).
        ArgumentOutOfRangeException => 27,
        _ => IsErrno(exception.HResult) ? exception.HResult : 5,
    });

    private static bool IsErrno(int value) => value is > 0 and < 4096;
}
