using Tidy.Core.Platform;

namespace Tidy.Core.Workspaces;

/// <summary>One entry of a <see cref="FolderListing"/>, without a copy of its name.</summary>
/// <param name="name">Has U+FFFD where the bytes on disk are no text.</param>
/// <param name="kind">A pipe, socket or device shows as a file: only <c>lstat</c> tells.</param>
/// <param name="size">Bytes.</param>
/// <param name="modifiedTicks">Last write time as UTC <see cref="DateTime.Ticks"/>.</param>
public readonly ref struct FolderEntry(ReadOnlySpan<char> name, FileKind kind, long size, long modifiedTicks)
{
    public ReadOnlySpan<char> Name { get; } = name;

    public FileKind Kind { get; } = kind;

    public long Size { get; } = size;

    public long ModifiedTicks { get; } = modifiedTicks;

    public bool IsText => !Name.Contains('\uFFFD');
}
