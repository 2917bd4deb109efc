using System.Globalization;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>
/// The name a file gets when its own is taken at the destination: <c>name_yyyyMMdd-HHmmss.ext</c> from the source's
/// modification time in UTC, then <c>-2</c>, <c>-3</c>. Nothing random: every preview gives the same.
/// </summary>
internal static class ConflictName
{
    public static WorkspacePath Of(WorkspacePath taken, DateTimeOffset modifiedAt, int number)
    {
        string name = taken.Name;
        int dot = name.LastIndexOf('.');
        int stem = dot > 0 ? dot : name.Length;
        string stamp = modifiedAt.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        string counter = number < 2 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{number}");
        string renamed = $"{name[..stem]}_{stamp}{counter}{name[stem..]}";
        return taken.Parent is { } folder ? folder.Child(renamed) : WorkspacePath.Parse(renamed);
    }
}
