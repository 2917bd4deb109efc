using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Journal;

/// <summary>What a run made of a file that Tidy writes itself.</summary>
/// <param name="RunId">The run; its folder keeps what was there before.</param>
/// <param name="Number">Number of the intent in that run.</param>
/// <param name="Sha256">In hex, of what the run wrote; null when it left nothing there.</param>
/// <param name="EarlierSha256">In hex, of what had been there; null when nothing was.</param>
public sealed record WrittenFile(string RunId, int Number, string? Sha256, string? EarlierSha256)
{
    /// <summary>The file at <paramref name="fullPath"/> is known to be as the run left it.</summary>
    internal bool IsStill(string fullPath, bool isThere, in FileStat now)
    {
        if (!isThere || now.Kind != FileKind.File)
            return !isThere && Sha256 is null;
        try
        {
            return Sha256 is not null && ContentHash.TextOf(fullPath) == Sha256;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
