using System.IO.Compression;

namespace Tidy.Core.Workspaces;

/// <summary>A file seen as the content that its bytes stand for.</summary>
internal readonly record struct PackedFile(string Path, Packing Packing)
{
    /// <summary>The content, unpacked.</summary>
    public Stream Read(Stream bytes) => Packing == Packing.GZip ? new GZipStream(bytes, CompressionMode.Decompress, leaveOpen: true) : bytes;

    /// <summary>Takes content and writes bytes; packed ones are complete only when the stream is disposed.</summary>
    public Stream Write(Stream bytes) => Packing == Packing.GZip ? new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true) : bytes;

    /// <summary>SHA-256 of the content.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">Its bytes are damaged.</exception>
    public byte[] Hash()
    {
        using FileStream bytes = ContentHash.Open(Path);
        using Stream content = Read(bytes);
        return ContentHash.Of(content);
    }

    /// <summary>Both can be read and stand for the same content; a file that cannot be read equals nothing.</summary>
    public bool HoldsSameAs(PackedFile other)
    {
        try
        {
            return Hash().AsSpan().SequenceEqual(other.Hash());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return false;
        }
    }
}
