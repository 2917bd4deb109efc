using Tidy.Core.Workspaces;

namespace Tidy.Pages.Overviews;

/// <summary>Messages of the system and of other programs, as they may be shown: without the place of the workspace on this machine, and not endless.</summary>
internal sealed class ShownText(WorkspaceRoot root)
{
    private const int MaxLength = 300;

    private readonly string inside = root.FullPath + Path.DirectorySeparatorChar;

    public string Of(string message)
    {
        string shown = message.Replace(inside, "", StringComparison.OrdinalIgnoreCase).Replace(root.FullPath, ".", StringComparison.OrdinalIgnoreCase);
        if (shown.Length <= MaxLength)
            return shown;
        // Half a surrogate pair is no text.
        return string.Concat(shown.AsSpan(0, char.IsHighSurrogate(shown[MaxLength - 2]) ? MaxLength - 2 : MaxLength - 1), "…");
    }

    public string? OrNull(string? message) => message is null ? null : Of(message);
}
