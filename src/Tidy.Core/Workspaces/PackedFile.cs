using System.IO.Compression;

namespace Tidy.Core.Workspaces;

/// <summary>A file seen as the content that its bytes stand for.</summary>
internal readonly record struct PackedFile(string Path, Packing Form)
{
    /// <summary>A gzip file without content (RFC 1952): <see cref="GZipStream"/> writes nothing at all then, which other programs refuse.</summary>
    public static ReadOnlySpan<byte> OfNothing => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>The content that <paramref name="bytes"/>, which stay open, stand for.</summary>
    public static Stream Unpacking(Stream bytes, Packing form) =>
        form == Packing.GZip ? new GZipStream(bytes, CompressionMode.Decompress, leaveOpen: true) : bytes;

    /// <summary>Takes content and writes it packed; complete when it is disposed. <paramref name="bytes"/> stay open.</summary>
    public static Stream PackingInto(Stream bytes) => new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true);

    /// <summary>SHA-256 of the content.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">Its bytes are damaged.</exception>
    public byte[] Hash()
    {
        using FileStream bytes = ContentHash.Open(Path);
        using Stream content = Unpacking(bytes, Form);
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
