using System.Text;
using Tidy.Core.Platform;

namespace Tidy.Tool;

/// <summary>A file that is replaced as a whole: who reads it sees the old one or the new one, and when writing fails the old one stays.</summary>
internal static class WholeFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes to what a link leads to; what is no regular file, such as <c>/dev/stdout</c>, cannot be replaced and is written to.</summary>
    /// <returns>Why it could not be written, or null.</returns>
    public static string? Write(string path, Action<TextWriter> write)
    {
        try
        {
            string full = Path.GetFullPath(path);
            // What a link to a pipe says it leads to, as /dev/stdout does, cannot be looked at.
            string target = IsLink(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName : full;
            bool isThere = OsFiles.Current.Stat(target, out FileStat stat).IsOk;
            return (isThere && stat.Kind == FileKind.File) || (!isThere && target == full) ? Replace(target, write) : WriteTo(full, write);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return e.Message;
        }
    }

    private static bool IsLink(string path) => OsFiles.Current.Stat(path, out FileStat stat).IsOk && stat.Kind == FileKind.Link;

    private static string? Replace(string path, Action<TextWriter> write)
    {
        string temp = $"{path}.{Environment.ProcessId}.tmp";
        bool isReplaced = false;
        try
        {
            WriteTo(temp, write);
            OsCode code = OsFiles.Current.Replace(temp, path);
            isReplaced = code.IsOk;
            return isReplaced ? null : $"the system refused to put it in place ({code.Value})";
        }
        finally
        {
            if (!isReplaced)
                OsFiles.Current.Remove(temp);
        }
    }

    private static string? WriteTo(string path, Action<TextWriter> write)
    {
        using StreamWriter writer = new(path, append: false, Utf8);
        write(writer);
        return null;
    }
}
