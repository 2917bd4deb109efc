using Tidy.Core.Planning;

namespace Tidy.Core.Archive;

/// <summary>The index of what the archive holds after a run: what the plan saw, changed by what was really carried out.</summary>
/// <param name="existing">The file as it is, or null when there is none.</param>
internal sealed class IndexContent(PlanBuilder plan, IIndexFormat format, byte[]? existing) : IFileContent
{
    /// <summary>Git on Windows may have made CRLF of each line end.</summary>
    private readonly byte[]? existing = existing is null ? null : Array.FindAll(existing, static b => b != (byte)'\r');

    /// <returns>Null when there is no archive after all, or nothing in it changed.</returns>
    public byte[]? Make(IReadOnlyList<CarriedOut> carriedOut)
    {
        ArchiveFiles files = ArchiveFiles.Of(plan, new WorkspaceAfter(plan, carriedOut));
        if (!files.Exists)
            return null;
        ArchiveIndex index = ArchiveIndex.Of(files, plan.Request.Config.Archive);
        return Differs(index) ? format.Write(index, JsonIndex.Time(plan.Services.Clock.GetUtcNow().UtcDateTime)) : null;
    }

    /// <summary>The file says something else; when it was made does not count.</summary>
    public bool Differs(ArchiveIndex index) =>
        existing is null || !format.IsIndex(existing, out string generatedAt) || !existing.AsSpan().SequenceEqual(format.Write(index, generatedAt));
}
