using Tidy.Core.Workspaces;

namespace Tidy.Core.Differences;

/// <summary>One of two files that are compared.</summary>
/// <param name="Path">As a person knows it.</param>
/// <param name="FullPath">Where it lies now.</param>
/// <param name="Size">Bytes.</param>
internal sealed record ComparedFile(WorkspacePath Path, string FullPath, long Size)
{
    /// <summary>Read to the end, which may have moved since its size was taken, but not beyond <paramref name="limit"/> bytes.</summary>
    /// <returns>Null when there is more.</returns>
    /// <exception cref="IOException">It cannot be read, or is held so that nobody may.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public byte[]? Read(int limit)
    {
        using FileStream stream = new(FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        byte[] content = new byte[limit + 1];
        int length = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return length > limit ? null : content[..length];
    }
}
