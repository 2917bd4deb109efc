using System.Globalization;
using System.Text;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>
/// The name a file gets when its own is taken at the destination: <c>name_yyyyMMdd-HHmmss.ext</c> from the source's
/// modification time in UTC, then <c>-2</c>, <c>-3</c>. Nothing random: every preview gives the same. A long name loses its end before the
/// stamp, for no file system takes it otherwise.
/// </summary>
internal static class ConflictName
{
    /// <summary>Of a name in UTF-8, on Linux; macOS and Windows count UTF-16 units, which are never more.</summary>
    private const int MaxBytes = 255;

    public static WorkspacePath Of(WorkspacePath taken, DateTimeOffset modifiedAt, int number)
    {
        string name = taken.Name;
        int dot = name.LastIndexOf('.');
        int stem = dot > 0 ? dot : name.Length;
        string stamp = modifiedAt.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        string counter = number < 2 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{number}");
        string rest = $"_{stamp}{counter}{name[stem..]}";
        string renamed = Cut(name[..stem], MaxBytes - Encoding.UTF8.GetByteCount(rest)) + rest;
        return taken.Parent is { } folder ? folder.Child(renamed) : WorkspacePath.Parse(renamed);
    }

    /// <summary>The beginning of a text that has no more bytes than that in UTF-8; never half a surrogate pair.</summary>
    private static string Cut(string text, int bytes)
    {
        int length = text.Length;
        while (length > 0 && Encoding.UTF8.GetByteCount(text.AsSpan(0, length)) > bytes)
            length -= length > 1 && char.IsLowSurrogate(text[length - 1]) ? 2 : 1;
        return text[..length];
    }
}
